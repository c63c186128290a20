package app.tutti;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who may import whom; CONTRIBUTING.md draws it. */
@AnalyzeClasses(packages = "app.tutti", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Map<String, List<String>> MAY_IMPORT = Map.of(
            "party", List.of("room", "catalog", "account", "sfu", "clock", "text"),
            "listening", List.of("room", "catalog", "account", "clock", "text"),
            "jam", List.of("room", "catalog", "account", "sfu", "clock", "text"),
            "lights", List.of("room", "account", "clock", "text"),
            "room", List.of("account", "clock", "text"),
            "catalog", List.of("account", "clock", "text"),
            "account", List.of("clock", "text"),
            "clock", List.of(),
            "text", List.of(),
            "sfu", List.of());

    @ArchTest
    static void featuresImportOnlyWhatTheyMay(com.tngtech.archunit.core.domain.JavaClasses ours) {
        MAY_IMPORT.forEach((feature, imports) -> {
            String[] allowed = Stream.concat(Stream.of(feature), imports.stream())
                    .map(name -> "app.tutti." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("app.tutti." + feature + "..")
                    .should()
                    .dependOnClassesThat(
                            ours().and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
                    .allowEmptyShould(true)
                    .check(ours);
        });
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("app.tutti.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyIceKnowsIce4j = only("app.tutti.sfu.ice..", "org.ice4j..");

    @ArchTest
    static final ArchRule onlyDtlsKnowsBouncyCastle = only("app.tutti.sfu.dtls..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule onlyTheRelayCallsC = only("app.tutti.sfu..", "app.tutti.sfu.foreign..");

    @ArchTest
    static final ArchRule librariesKnowNoJakarta = noClasses()
            .that()
            .resideInAnyPackage("app.tutti.sfu..", "app.tutti.clock..", "app.tutti.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule entitiesKnowOnlyJavaAndPersistence = classes()
            .that()
            .resideInAPackage("app.tutti.*.entity..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jakarta.persistence..",
                    "jakarta.validation..",
                    "app.tutti.*.entity..",
                    "app.tutti.text..");

    @ArchTest
    static final ArchRule controlDoesNotKnowBoundary = noClasses()
            .that()
            .resideInAPackage("app.tutti.*.control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.tutti.*.boundary..");

    @ArchTest
    static final ArchRule transactionsBeginAtTheBoundary = noClasses()
            .that()
            .resideOutsideOfPackage("app.tutti.*.boundary..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.Transactional");

    /**
     * A timer of Java's own forgets work that fails once; a {@code PeriodicTask} comes again. The launcher runs before the
     * application's classes are there.
     */
    @ArchTest
    static final ArchRule whatComesAgainAndAgainIsGuarded = noClasses()
            .that()
            .resideOutsideOfPackages("app.tutti.clock..", "app.tutti.platform.launch..")
            .should()
            .callMethodWhere(JavaCall.Predicates.target(
                    HasName.Predicates.nameMatching("scheduleAtFixedRate|scheduleWithFixedDelay")))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Timer")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.ejb.Schedule");

    /** See docs/decisions/020-roles-by-our-own-filter.md. */
    @ArchTest
    static final ArchRule rolesAreAskedOfTheCaller = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.security.enterprise.SecurityContext")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.annotation.security..");

    private static DescribedPredicate<JavaClass> ours() {
        return JavaClass.Predicates.resideInAPackage("app.tutti..");
    }

    private static ArchRule only(String importer, String imported) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(importer)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(imported);
    }
}
