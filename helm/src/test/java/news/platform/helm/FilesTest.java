package news.platform.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What services keep as files, images, in a volume that replicas share and that outlives a release; and what they read. */
@NullUnmarked
class FilesTest {
    private static final String FOLDER = "/var/lib/news";

    @Test
    void contentServiceAloneHasAVolumeThatManyMayWrite() throws Exception {
        var claims = ChartTest.all(ChartTest.render("production"), V1PersistentVolumeClaim.class);

        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.getMetadata().getName()).isEqualTo("content-service-files");
            assertThat(claim.getMetadata().getAnnotations()).containsEntry("helm.sh/resource-policy", "keep");
            assertThat(claim.getSpec().getAccessModes()).containsExactly("ReadWriteMany");
        });
    }

    @Test
    void writesWhatAServiceReadsAsJson() throws Exception {
        var objects = ChartTest.render("one-replica");

        assertThat(ChartTest.all(objects, V1ConfigMap.class))
                .filteredOn(map -> map.getMetadata().getName().equals("comment-service-config"))
                .singleElement()
                .satisfies(
                        map -> assertThat(map.getData())
                                .containsEntry(
                                        "moderation.json",
                                        "{\"policies\":{\"articles/0198c0de-7a11-7abc-8def-0123456789ab\":\"PRE\"},"
                                                + "\"wordLists\":{\"ads\":{\"weight\":60,\"words\":[\"加微信\",\"win \\\"big\\\"\"]}}}"));
        assertThat(ChartTest.all(objects, V1Deployment.class))
                .filteredOn(deployment ->
                        deployment
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .getFirst()
                                .getVolumeMounts()
                                .stream()
                                .anyMatch(mount -> "/etc/news/config".equals(mount.getMountPath())))
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactly("comment-service");
    }

    @Test
    void isMountedWhereTheServiceIsToldToKeepItsFiles() throws Exception {
        for (var deployment : ChartTest.all(ChartTest.render("production"), V1Deployment.class)) {
            var pod = deployment.getSpec().getTemplate().getSpec();
            var container = pod.getContainers().getFirst();
            boolean keeps = deployment.getMetadata().getName().equals("content-service");
            assertThat(container.getVolumeMounts().stream().anyMatch(mount -> FOLDER.equals(mount.getMountPath())))
                    .isEqualTo(keeps);
            assertThat(container.getEnv().stream()
                            .anyMatch(variable ->
                                    variable.getName().equals("NEWS_FOLDER") && FOLDER.equals(variable.getValue())))
                    .isEqualTo(keeps);
            assertThat(pod.getVolumes().stream().anyMatch(volume -> volume.getPersistentVolumeClaim() != null))
                    .isEqualTo(keeps);
        }
    }
}
