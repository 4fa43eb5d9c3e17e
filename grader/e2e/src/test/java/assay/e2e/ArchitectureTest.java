package assay.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

/** The arrows of the house, as the README prints them. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("assay");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("kernels sees nothing of ours", only("assay.kernels..", "assay.kernels..")),
                Arguments.of("runner sees kernels", only("assay.runner..", "assay.runner..", "assay.kernels..")),
                Arguments.of("core sees kernels", only("assay.core..", "assay.core..", "assay.kernels..")),
                Arguments.of(
                        "golden sees core and kernels",
                        only("assay.golden..", "assay.golden..", "assay.core..", "assay.kernels..")),
                Arguments.of(
                        "sandbox sees core, runner and kernels",
                        only(
                                "assay.sandbox..",
                                "assay.sandbox..",
                                "assay.core..",
                                "assay.runner..",
                                "assay.kernels..")),
                Arguments.of("training sees nothing of ours", only("assay.training..", "assay.training..")),
                Arguments.of(
                        "trainer sees training, runner's frames and channel, and kernels",
                        only(
                                "assay.trainer..",
                                "assay.trainer..",
                                "assay.training..",
                                "assay.runner.frame..",
                                "assay.runner.channel..",
                                "assay.kernels..")),
                Arguments.of(
                        "only training, trainer and golden see DJL",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("assay.training..", "assay.trainer..", "assay.golden..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("ai.djl.."))),
                Arguments.of("server sees core", only("assay.server..", "assay.server..", "assay.core..")),
                Arguments.of(
                        "only server sees SQL and HTTP",
                        onlyIn(
                                "assay.server..",
                                "java.sql..",
                                "javax.sql..",
                                "org.jdbi..",
                                "com.github.kagkarlsson..",
                                "io.javalin..",
                                "jakarta.servlet..")),
                Arguments.of(
                        "only http, lti and webhook answer requests",
                        noClasses()
                                .that()
                                .resideInAPackage("assay.server..")
                                .and(not(resideInAnyPackage(
                                        "assay.server.http..", "assay.server.lti..", "assay.server.webhook..")))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("io.javalin..", "jakarta.servlet..")),
                Arguments.of(
                        "only sandbox sees Docker",
                        onlyIn("assay.sandbox..", "com.github.dockerjava..", "org.testcontainers..")),
                Arguments.of("only cli sees picocli", onlyIn("assay.cli..", "picocli..")),
                Arguments.of(
                        "only pages see jte",
                        noClasses()
                                .that(not(resideInAnyPackage("assay.core.report..", "assay.server.page..")))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("gg.jte..")),
                Arguments.of("nobody logs by java.util.logging", onlyIn("nowhere..", "java.util.logging..")),
                Arguments.of(
                        "core's pure packages do no I/O",
                        noClasses()
                                .that()
                                .resideInAnyPackage("assay.core.compare..", "assay.core.score..", "assay.core.late..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.nio.file..", "java.net..", "java.io..")),
                Arguments.of(
                        "time is injected",
                        noClasses()
                                .that(not(resideInAPackage("assay.cli..")))
                                .should()
                                .callMethod(Instant.class, "now")
                                .orShould()
                                .callMethod(System.class, "currentTimeMillis")),
                Arguments.of(
                        "loggers are called logger",
                        fields().that()
                                .haveRawType(Logger.class)
                                .should()
                                .haveName("logger")
                                .allowEmptyShould(true)),
                Arguments.of(
                        "packages of core form no cycle",
                        slices().matching("assay.core.(*)..").should().beFreeOfCycles()),
                Arguments.of(
                        "packages of server form no cycle",
                        slices().matching("assay.server.(*)..").should().beFreeOfCycles()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_house_keeps_its_rules(String name, ArchRule rule) {
        rule.as(name).check(HOUSE);
    }

    private static ArchRule only(String room, String... visible) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage("assay..").and(not(resideInAnyPackage(visible))));
    }

    private static ArchRule onlyIn(String room, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(library));
    }
}
