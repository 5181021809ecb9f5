package news.platform.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.FieldDescriptor;
import io.grpc.ServiceDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.platform.broken.v1.AccessWithoutRolesServiceGrpc;
import news.platform.broken.v1.BadTemplateServiceGrpc;
import news.platform.broken.v1.FailingSuccessServiceGrpc;
import news.platform.broken.v1.GetWithBodyServiceGrpc;
import news.platform.broken.v1.GetWithSideEffectsServiceGrpc;
import news.platform.broken.v1.ListVariableServiceGrpc;
import news.platform.broken.v1.PersonalCacheServiceGrpc;
import news.platform.broken.v1.PolicyWithoutRuleServiceGrpc;
import news.platform.broken.v1.PutNotIdempotentServiceGrpc;
import news.platform.broken.v1.RolesWithoutAccessServiceGrpc;
import news.platform.broken.v1.RuleWithoutPolicyServiceGrpc;
import news.platform.broken.v1.ShortLongestAgeServiceGrpc;
import news.platform.broken.v1.StaleWithoutCacheServiceGrpc;
import news.platform.broken.v1.StreamWithoutPolicyServiceGrpc;
import news.platform.broken.v1.StreamWithoutPositionServiceGrpc;
import news.platform.broken.v1.TextBodyServiceGrpc;
import news.platform.broken.v1.TextOutdatedPathServiceGrpc;
import news.platform.broken.v1.TwiceServiceGrpc;
import news.platform.broken.v1.UnknownTagPathServiceGrpc;
import news.platform.broken.v1.UnknownVariableServiceGrpc;
import news.platform.broken.v1.WaitWithoutTimeServiceGrpc;
import news.platform.policy.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractReaderTest {

    private final ContractReader reader = new ContractReader(new Policies(Map.of()));

    @Test
    void readsEveryMethodThatHasARoute() {
        var contract = reader.read(List.of("contracts.desc"));

        var getArticle = contract.method("news.platform.content.v1.ArticleService/GetArticle")
                .orElseThrow();
        assertThat(getArticle.callee()).isEqualTo("content");
        assertThat(getArticle.comment()).startsWith("Shows one article");
        assertThat(getArticle.bindings().getFirst().pathVariables().getFirst().text())
                .isEqualTo("articleId");
        assertThat(contract.comments().of("news.platform.content.v1.Article.title"))
                .isEqualTo("The headline, plain text.");
    }

    @Test
    void knowsWhereIfMatchAndTheMaskGo() {
        var contract = reader.read(List.of("contracts.desc"));

        var update = contract.method("news.platform.content.v1.ArticleService/UpdateArticle")
                .orElseThrow()
                .bindings()
                .getFirst();
        assertThat(update.etag())
                .hasValueSatisfying(field -> assertThat(field.getName()).isEqualTo("etag"));
        assertThat(update.updateMask())
                .hasValueSatisfying(field -> assertThat(field.getName()).isEqualTo("update_mask"));
        assertThat(update.queryFields()).extracting(FieldDescriptor::getName).doesNotContain("update_mask");
    }

    @ParameterizedTest
    @MethodSource("brokenServices")
    void refusesWhatContradictsItself(ServiceDescriptor service, String place) {
        var method = service.getName() + "/Break";

        assertThatThrownBy(() -> ContractReader.checkRoutes(
                        reader.methods(service, Comments.of(List.of())).toList()))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(method)
                .hasMessageContaining(place);
    }

    static List<Arguments> brokenServices() {
        return List.of(
                Arguments.of(GetWithSideEffectsServiceGrpc.getServiceDescriptor(), "idempotency_level"),
                Arguments.of(PutNotIdempotentServiceGrpc.getServiceDescriptor(), "idempotency_level"),
                Arguments.of(PolicyWithoutRuleServiceGrpc.getServiceDescriptor(), "google.api.http"),
                Arguments.of(RuleWithoutPolicyServiceGrpc.getServiceDescriptor(), "policy"),
                Arguments.of(BadTemplateServiceGrpc.getServiceDescriptor(), "position 11"),
                Arguments.of(UnknownVariableServiceGrpc.getServiceDescriptor(), "\"name\" is no field"),
                Arguments.of(ListVariableServiceGrpc.getServiceDescriptor(), "\"things\" is a list"),
                Arguments.of(GetWithBodyServiceGrpc.getServiceDescriptor(), "takes no body"),
                Arguments.of(TextBodyServiceGrpc.getServiceDescriptor(), "not a single message"),
                Arguments.of(TwiceServiceGrpc.getServiceDescriptor(), "is taken by"),
                Arguments.of(RolesWithoutAccessServiceGrpc.getServiceDescriptor(), "policy.roles"),
                Arguments.of(AccessWithoutRolesServiceGrpc.getServiceDescriptor(), "policy.roles"),
                Arguments.of(PersonalCacheServiceGrpc.getServiceDescriptor(), "policy.cache"),
                Arguments.of(UnknownTagPathServiceGrpc.getServiceDescriptor(), "policy.cache.tag_paths"),
                Arguments.of(ShortLongestAgeServiceGrpc.getServiceDescriptor(), "policy.cache.longest_age"),
                Arguments.of(TextOutdatedPathServiceGrpc.getServiceDescriptor(), "policy.cache.outdated_paths"),
                Arguments.of(StaleWithoutCacheServiceGrpc.getServiceDescriptor(), "policy.fallback"),
                Arguments.of(StreamWithoutPolicyServiceGrpc.getServiceDescriptor(), "policy.stream"),
                Arguments.of(StreamWithoutPositionServiceGrpc.getServiceDescriptor(), "policy.stream.id_field"),
                Arguments.of(WaitWithoutTimeServiceGrpc.getServiceDescriptor(), "policy.waits.field"),
                Arguments.of(FailingSuccessServiceGrpc.getServiceDescriptor(), "policy.success_status"));
    }

    @Test
    void refusesADescriptorSetThatIsNotThere() {
        assertThatThrownBy(() -> reader.read(List.of("nowhere.desc")))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("nowhere.desc");
    }

    @Test
    void putsEveryTemplateIntoOneShapeEach() {
        var contract = reader.read(List.of("contracts.desc"));

        var shapes = contract.methods().stream()
                .flatMap(method -> method.bindings().stream())
                .map(binding -> binding.httpMethod() + binding.template().shape())
                .toList();
        assertThat(Set.copyOf(shapes)).hasSameSizeAs(shapes);
    }
}
