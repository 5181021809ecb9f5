package news.platform.thirdparty.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SignedRequestTest {
    @Test
    void signsTheExampleOfTheDocumentation() {
        var query = new TreeMap<>(Map.of(
                "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
                "RegionId", "cn-shanghai"));
        var request = new SignedRequest(
                URI.create("https://ecs.cn-shanghai.aliyuncs.com"), "RunInstances", "2014-05-26", query);

        var signed = request.by(
                        "YourAccessKeyId",
                        "YourAccessKeySecret",
                        Instant.parse("2023-10-26T10:22:32.5Z"),
                        "3156853299f313e23d1673dc12e1703d")
                .build();

        assertThat(signed.headers().firstValue("Authorization"))
                .contains("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }
}
