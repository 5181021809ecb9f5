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

{{/*
Every service and the gateway, name → settings, as YAML: the defaults, over them what platform.json says, over that its block in
the values, which may also bring a service of its own. Call with the root.
*/}}
{{- define "news-platform.services" -}}
{{- $table := .Files.Get "platform.json" | fromJson }}
{{- $blocks := dict "gateway" (dict "public" true "kafka" true) }}
{{- range $table.services }}
  {{- $env := dict }}
  {{- $secret := printf "%s-service-secrets" .name }}
  {{- range $property, $key := .secrets }}
    {{- $variable := $property | replace "-" "" | replace "." "_" | upper }}
    {{- $_ := set $env $variable (dict "secretName" $secret "key" $key) }}
  {{- end }}
  {{- $inside := false }}
  {{- range .routes }}
    {{- $inside = or $inside (default false .inside) }}
  {{- end }}
  {{- $_ := set $blocks (printf "%s-service" .name) (dict
      "database" (default false .database)
      "databaseOwnerApart" (default false .ownerApart)
      "kafka" (default false .kafka)
      "http" (not (empty .routes))
      "httpInside" $inside
      "egressToInternet" (default false .internet)
      "calls" (default list .calls)
      "envFromSecret" $env) }}
{{- end }}
{{- $services := dict }}
{{- range $name, $block := mergeOverwrite $blocks (deepCopy .Values.services) }}
  {{- $_ := set $services $name (mergeOverwrite (deepCopy $.Values.defaults) $block) }}
{{- end }}
{{- toYaml $services }}
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

{{/* How Kafka is spoken to, as environment: call with the values of kafka. */}}
{{- define "news-platform.kafkaSecurity" -}}
- name: SPRING_KAFKA_SECURITY_PROTOCOL
  value: {{ if .tls.enabled }}{{ ternary "SASL_SSL" "SSL" (not (empty .sasl.mechanism)) }}{{ else }}{{ ternary "SASL_PLAINTEXT" "PLAINTEXT" (not (empty .sasl.mechanism)) }}{{ end }}
{{- if .tls.caSecretName }}
- name: SPRING_KAFKA_SSL_TRUSTSTORETYPE
  value: PEM
- name: SPRING_KAFKA_SSL_TRUSTSTORELOCATION
  value: file:/etc/news/kafka-ca/ca.crt
{{- end }}
{{- if .sasl.mechanism }}
{{- range $variable, $key := dict "KAFKA_USERNAME" "username" "KAFKA_PASSWORD" "password" }}
- name: {{ $variable }}
  valueFrom:
    secretKeyRef:
      name: {{ $.sasl.secretName }}
      key: {{ $key }}
{{- end }}
- name: SPRING_KAFKA_PROPERTIES_SASL_MECHANISM
  value: {{ .sasl.mechanism }}
- name: SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG
  value: org.apache.kafka.common.security.{{ ternary "plain.Plain" "scram.Scram" (eq .sasl.mechanism "PLAIN") }}LoginModule required username="$(KAFKA_USERNAME)" password="$(KAFKA_PASSWORD)";
{{- end }}
{{- end }}
