package news.platform.test.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import news.platform.topology.Topology;

/**
 * What holds in every service, {@code news.platform.<domain>}. A service checks itself by five lines:
 *
 * <pre>{@code @AnalyzeClasses(packages = "news.platform.content", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests SERVICE = ArchTests.in(ServiceArchitecture.class);
 * }}</pre>
 *
 * Generated packages ({@code ..v1..}) count as what may be depended on, never as what is checked.
 */
public final class ServiceArchitecture {
    private static final DescribedPredicate<JavaClass> OWN =
            JavaClass.Predicates.resideOutsideOfPackage("..v1..").as("own");
    private static final DescribedPredicate<JavaClass> EDGE = ArchitectureConditions.named(
            "[A-Za-z0-9]*GrpcService",
            "[A-Za-z0-9]*Protos",
            "[A-Za-z0-9]*Client",
            "[A-Za-z0-9]*Handler",
            "[A-Za-z0-9]*Events");

    @ArchTest
    static final ArchRule noPackageCycles = slices().matching("news.platform.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(inV1(), DescribedPredicate.alwaysTrue())
            .ignoreDependency(DescribedPredicate.alwaysTrue(), inV1())
            .because(
                    "a feature that needs another which needs it is one feature: merge them, or turn one direction into"
                            + " an event");

    @ArchTest
    static final ArchRule noFieldInjection = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .allowEmptyShould(true)
            .because("what a class needs stands in its constructor, so that a test can give it");

    @ArchTest
    static final ArchRule noValueAnnotation = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.useAnnotation("org.springframework.beans.factory.annotation.Value"))
            .because(
                    "a property is a field of a validated @ConfigurationProperties record, documented and tested there");

    @ArchTest
    static final ArchRule noOldDates = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.keepOrMakeOldDates())
            .because("times are java.time, from an injected Clock; a library's Date is converted where it comes from");

    @ArchTest
    static final ArchRule noClockOfTheirOwn = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.tellTheTime())
            .because("the time comes from the injected Clock, so that a test can move it");

    @ArchTest
    static final ArchRule noSleeping = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.callMethodNamed(Thread.class, "sleep"))
            .because("waiting is scheduled, awaited with a limit, or an event");

    @ArchTest
    static final ArchRule noLoopsOfTheirOwn = noClasses()
            .that(OWN)
            .should(LoopConditions.startALoop())
            .because(
                    "what is done again and again is a Round, what is done at a time a Timer or a Job of platform-work");

    @ArchTest
    static final ArchRule noPrinting = noClasses()
            .that(OWN)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould(ArchitectureConditions.callMethodNamed(Throwable.class, "printStackTrace"))
            .because("what is worth saying goes to the log, with its trace id");

    @ArchTest
    static final ArchRule noMeaninglessNames = noClasses()
            .that(OWN)
            .should()
            .haveNameMatching(".*\\.[A-Za-z0-9$]*(Util|Utils|Helper|Manager|Impl|Base|Common|Info|Data)")
            .because("a name says what the class is in the field's words; these say that nobody knew");

    @ArchTest
    static final ArchRule noMeaninglessPackages = noClasses()
            .that(OWN)
            .should()
            .resideInAnyPackage(
                    "..common..", "..util..", "..utils..", "..shared..", "..misc..", "..impl..", "..helper..")
            .because("packages are features; what two features share belongs to one of them or to the platform");

    @ArchTest
    static final ArchRule onlyOtherDomainsContracts = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.dependOnAnotherDomain())
            .because("services meet by rpc and event: only another domain's generated contract (..v1..) may be used");

    @ArchTest
    static final ArchRule onlyCalleesOfTheTable = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.callAServiceThatTheTableDoesNotName(Topology.load()))
            .because(
                    "whom a service calls stands in its row of platform.json, by which the others let it in: what readers"
                            + " wait for must not come to depend on more");

    @ArchTest
    static final ArchRule grpcServicesNamedAsSuch = classes()
            .that()
            .areAnnotatedWith("org.springframework.grpc.server.service.GrpcService")
            .should()
            .haveSimpleNameEndingWith("GrpcService")
            .allowEmptyShould(true)
            .because("the suffix tells the adapter: <Aggregate>GrpcService");

    @ArchTest
    static final ArchRule messagesStayAtTheEdge = noClasses()
            .that(OWN.and(DescribedPredicate.not(EDGE)))
            .should(ArchitectureConditions.useMessages())
            .because(
                    "use cases and aggregates know the domain's own records; <Aggregate>GrpcService, <Aggregate>Protos,"
                            + " <Service>Client, <Event>Handler and <Aggregate>Events translate");

    @ArchTest
    static final ArchRule onlyRepositoriesUseSql = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.useSqlAndMore())
            .because("SQL stays in repositories, plural nouns that do nothing else; a use case has the transaction, the"
                    + " outbox and the repositories");

    @ArchTest
    static final ArchRule noOpenResults = noClasses()
            .that(OWN)
            .should()
            .callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream")
            .because(
                    "a stream of rows keeps its connection until it is closed, and the pool runs dry: list() gives all rows"
                            + " and the connection back");

    @ArchTest
    static final ArchRule noSqlAtTheEdge = noClasses()
            .that(OWN.and(EDGE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "org.postgresql..")
            .allowEmptyShould(true)
            .because("what comes from outside is translated there; rows are read and written by repositories");

    @ArchTest
    static final ArchRule onlyAdaptersUseGrpc = noClasses()
            .that(OWN.and(ArchitectureConditions.notNamed(
                    "[A-Za-z0-9]*GrpcService",
                    "Grpc[A-Za-z0-9]*",
                    "[A-Za-z0-9]*Client",
                    "[A-Za-z0-9]*Protos",
                    "[A-Za-z0-9]*Application")))
            .should(ArchitectureConditions.useGrpcBeyondStatus())
            .because("gRPC stays in adapters: <Aggregate>GrpcService serves, <Service>Client and Grpc<Port> call,"
                    + " <Aggregate>Protos translates; others may look at a callee's status");

    @ArchTest
    static final ArchRule noTransactionAnnotations = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.useAnnotation("org.springframework.transaction.annotation.Transactional"))
            .because(
                    "a use case says where its transaction begins and ends: TransactionTemplate, whose classes are final"
                            + " and whose calls from within count, too");

    @ArchTest
    static final ArchRule oneStereotype = noClasses()
            .that(OWN)
            .should(ArchitectureConditions.useAnnotation("org.springframework.stereotype.Service"))
            .orShould(ArchitectureConditions.useAnnotation("org.springframework.stereotype.Repository"))
            .because("a bean is a @Component, the edge a @GrpcService: its name says the rest");

    @ArchTest
    static final ArchRule loggersNamedLog = fields().that()
            .haveRawType("org.slf4j.Logger")
            .and()
            .areDeclaredInClassesThat(OWN)
            .should()
            .haveName("log")
            .allowEmptyShould(true)
            .because("one thing has one name");

    @ArchTest
    static final ArchRule nothingRetyped = noClasses()
            .that(OWN)
            .should()
            .callMethod("com.google.protobuf.Timestamp", "newBuilder")
            .orShould()
            .callMethod("java.security.MessageDigest", "getInstance", "java.lang.String")
            .because("the platform has it: Timestamps, Digests");

    @ArchTest
    static final ArchRule memoryChangesInEveryReplica = noClasses()
            .that(MemoryConditions.takeEventsOnce())
            .should(MemoryConditions.changeMemory())
            .allowEmptyShould(true)
            .because(
                    "an EventHandler is called in one replica: what all have in memory is changed by a ReplicaHandler");

    @ArchTest
    static final ArchRule packagesAreSmall = classes()
            .that(OWN)
            .should(ArchitectureConditions.lieInPackagesOfAtMost(15))
            .because("what is larger is more than one feature: split it, never by layer");

    @ArchTest
    static final ArchRule finalFields = fields().that()
            .areDeclaredInClassesThat(OWN)
            .and()
            .areNotStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .and()
            .doNotHaveModifier(JavaModifier.VOLATILE)
            .and()
            .areDeclaredInClassesThat(ArchitectureConditions.beans())
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because(
                    "one bean serves all threads: its state is in the database, or in a concurrent field that is final");

    @ArchTest
    static final ArchRule noStaticState = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(OWN)
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("static state outlives a test and a context; give it to a bean");

    @ArchTest
    static final ArchRule closedClasses = classes()
            .that(OWN.and(ArchitectureConditions.mayBeFinal()))
            .should(ArchitectureConditions.beFinalOrInvitingToExtend())
            .allowEmptyShould(true)
            .because("a class is final, a record, an enum, sealed or abstract, unless Spring must subclass it");

    @ArchTest
    static final ArchRule mostlyPackagePrivate = classes()
            .that(OWN)
            .should(ArchitectureConditions.bePackagePrivateMostly(60))
            .because("what only its feature uses is package-private, so that features cannot grow together");

    @ArchTest
    static final ArchRule noGenericExceptions = methods()
            .that()
            .areDeclaredInClassesThat(OWN)
            .should(ArchitectureConditions.notDeclareGenericExceptions())
            .allowEmptyShould(true)
            .because("throws Exception tells the caller nothing; name what can happen or throw a DomainException");

    private ServiceArchitecture() {}

    private static DescribedPredicate<JavaClass> inV1() {
        return JavaClass.Predicates.resideInAPackage("..v1..");
    }
}
