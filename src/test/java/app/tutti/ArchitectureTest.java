package app.tutti;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
    private static final Map<String, List<String>> FEATURES = Map.ofEntries(
            Map.entry("party", List.of("room", "catalog", "account", "sfu", "clock", "web", "text")),
            Map.entry("listening", List.of("room", "catalog", "account", "clock", "web", "text")),
            Map.entry("jam", List.of("room", "account", "sfu", "clock", "web", "text")),
            Map.entry("lights", List.of("room", "account", "clock", "web", "text")),
            Map.entry("room", List.of("account", "clock", "web", "text")),
            Map.entry("catalog", List.of("account", "clock", "web", "text")),
            Map.entry("account", List.of("clock", "web", "text")),
            Map.entry("web", List.of("text")),
            Map.entry("clock", List.of()),
            Map.entry("text", List.of()),
            Map.entry("sfu", List.of()));

    private static final Map<String, List<String>> OF_THE_CATALOGUE = Map.ofEntries(
            Map.entry("files", List.of()),
            Map.entry("library", List.of("files")),
            Map.entry("tags", List.of("files", "library")),
            Map.entry("covers", List.of("files", "library", "tags")),
            Map.entry("audio", List.of("files", "library")),
            Map.entry("store", List.of("files", "library", "tags")),
            Map.entry("scan", List.of("files", "library", "tags", "covers", "store")),
            Map.entry("playlists", List.of("files", "library")),
            Map.entry("search", List.of("library", "playlists")),
            Map.entry("federation", List.of("files", "library", "tags", "covers", "store")));

    private static final Map<String, List<String>> OF_ACCOUNTS = Map.of(
            "pictures", List.of(),
            "people", List.of(),
            "access", List.of("people"),
            "signin", List.of("people", "access"));

    @ArchTest
    static void featuresImportOnlyWhatTheyMay(JavaClasses ours) {
        importOnly("app.tutti.", FEATURES, ours);
    }

    @ArchTest
    static void partsOfTheCatalogueImportOnlyWhatTheyMay(JavaClasses ours) {
        importOnly("app.tutti.catalog.", OF_THE_CATALOGUE, within("app.tutti.catalog", ours));
    }

    @ArchTest
    static void partsOfAccountsImportOnlyWhatTheyMay(JavaClasses ours) {
        importOnly("app.tutti.account.", OF_ACCOUNTS, within("app.tutti.account", ours));
    }

    private static JavaClasses within(String feature, JavaClasses ours) {
        return ours.that(JavaClass.Predicates.resideInAPackage(feature + ".."));
    }

    private static void importOnly(String parent, Map<String, List<String>> mayImport, JavaClasses ours) {
        DescribedPredicate<JavaClass> siblings = JavaClass.Predicates.resideInAPackage(parent + "*..");
        mayImport.forEach((part, imports) -> {
            String[] allowed = Stream.concat(Stream.of(part), imports.stream())
                    .map(name -> parent + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(parent + part + "..")
                    .should()
                    .dependOnClassesThat(
                            siblings.and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
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
            .resideInAPackage("app.tutti..entity..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jakarta.persistence..",
                    "jakarta.validation..",
                    "app.tutti..entity..",
                    "app.tutti.text..");

    @ArchTest
    static final ArchRule controlDoesNotKnowBoundary = noClasses()
            .that()
            .resideInAPackage("app.tutti..control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.tutti..boundary..");

    @ArchTest
    static final ArchRule transactionsBelongToControl = noClasses()
            .that()
            .resideOutsideOfPackage("app.tutti..control..")
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

    private static ArchRule only(String importer, String imported) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(importer)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(imported);
    }
}
