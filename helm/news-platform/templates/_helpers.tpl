{{/* The labels of everything: call with (dict "name" <service> "root" $). */}}
{{- define "news-platform.labels" -}}
{{ include "news-platform.selectorLabels" . }}
app.kubernetes.io/part-of: news-platform
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* What selects a service's pods. */}}
{{- define "news-platform.selectorLabels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* A service's block over the defaults, as YAML: call with (dict "service" <block> "root" $). */}}
{{- define "news-platform.settings" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) .service | toYaml -}}
{{- end }}

{{/* What selects the pods of all services: call with the root. */}}
{{- define "news-platform.platformLabels" -}}
app.kubernetes.io/part-of: news-platform
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* A block of addresses; one address is a block of one. */}}
{{- define "news-platform.block" -}}
{{- if contains "/" . }}{{ . }}{{ else if contains ":" . }}{{ . }}/128{{ else }}{{ . }}/32{{ end }}
{{- end }}
