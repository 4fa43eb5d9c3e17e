package assay.sandbox.alike;

import static org.assertj.core.api.Assertions.assertThat;

import assay.core.alike.Comparison;
import assay.core.alike.LeftOut;
import assay.core.alike.Pair;
import assay.core.alike.Spread;
import assay.core.alike.Work;
import assay.core.domain.DataSize;
import assay.core.domain.Digests;
import assay.core.domain.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JPlag itself, which the build lays into a folder of its own. */
@Tag("slow")
final class JplagTest {
    private static final Path JARS = Path.of("target", "jplag");
    private static final String POOLING = """
        package %s;

        final class %s {
            float[] %s(float[] in, int k) {
                float[] out = new float[in.length / k];
                for (int i = 0; i < out.length; i++) {
                    float best = Float.NEGATIVE_INFINITY;
                    for (int j = 0; j < k; j++) {
                        if (in[i * k + j] > best) {
                            best = in[i * k + j];
                        }
                    }
                    out[i] = best;
                }
                return out;
            }
        }
        """;
    private static final String OTHER = """
        interface Shape {
            record Circle(double radius) implements Shape {}

            record Square(double side) implements Shape {}

            static String name(Shape shape) {
                return switch (shape) {
                    case Circle c when c.radius() > 1 -> "large";
                    case Circle _ -> "small";
                    default -> throw new IllegalStateException(String.valueOf(shape));
                };
            }
        }
        """;

    private final Jplag jplag = new Jplag(JplagFiles.at(JARS));

    private static Work work(String id, String... texts) {
        List<SourceFile> sources = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            sources.add(new SourceFile("src/\u202e" + id + i + ".java", texts[i]));
        }
        return new Work(id, sources);
    }

    private static Comparison.Compared compared(Comparison outcome) {
        assertThat(outcome).isInstanceOf(Comparison.Compared.class);
        return (Comparison.Compared) outcome;
    }

    @ParameterizedTest
    @EnumSource(JplagPart.class)
    void the_build_and_the_program_mean_the_same_files(JplagPart part) throws IOException {
        assertThat(Digests.of(Files.readAllBytes(JARS.resolve(part.file())))).isEqualTo(part.sha256());
    }

    @Test
    void a_copy_is_found_whatever_its_names_and_lines_are() throws Exception {
        List<Work> works = List.of(
                work("../ada", POOLING.formatted("a", "Pool", "max"), OTHER),
                work("bob", OTHER),
                work("eve", "// mine\n\n\n" + POOLING.formatted("e", "Mine", "biggest")));

        Comparison.Compared found = compared(jplag.compare(works, List.of()));

        assertThat(found.leftOut()).isEmpty();
        assertThat(found.pairs()).hasSize(3);
        assertThat(found.spread().all()).isEqualTo(3);
        assertThat(found.spread().counts().getFirst()).isEqualTo(1); // of two that have nothing in common
        Pair eve = found.pairs().stream()
                .filter(pair -> List.of(pair.first(), pair.second()).containsAll(List.of("../ada", "eve")))
                .findFirst()
                .orElseThrow();
        assertThat(eve.larger()).isEqualTo(1);
        assertThat(eve.stretches()).hasSize(1);
        boolean ada = eve.first().equals("../ada");
        assertThat(
                        ada
                                ? eve.stretches().getFirst().first()
                                : eve.stretches().getFirst().second())
                .satisfies(place -> {
                    assertThat(place.path()).isEqualTo("src/\u202e../ada0.java");
                    assertThat(place.from()).isEqualTo(1);
                });
        assertThat(
                        ada
                                ? eve.stretches().getFirst().second()
                                : eve.stretches().getFirst().first())
                .satisfies(place -> assertThat(place.from()).isEqualTo(4));
    }

    @Test
    void what_everybody_was_given_is_nobodys_own() throws Exception {
        String given = POOLING.formatted("s", "Start", "max");
        List<Work> works = List.of(work("ada", given), work("bob", given, OTHER), work("eve", given));

        List<Pair> without = compared(jplag.compare(works, List.of())).pairs();
        List<Pair> with = compared(jplag.compare(works, List.of(new SourceFile("Start.java", given))))
                .pairs();

        assertThat(without.getFirst().similarity()).isEqualTo(1);
        assertThat(with).allSatisfy(pair -> assertThat(pair.similarity()).isZero());
    }

    @Test
    void what_cannot_be_read_is_left_out_and_harms_nobody() throws Exception {
        String deep = "class D { int d = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "; }";
        String chain = "class C { int c = 1" + " + 1".repeat(20_000) + "; }";
        List<Work> works = List.of(
                work("ada", POOLING.formatted("a", "Pool", "max")),
                work("bob", POOLING.formatted("b", "Pool", "max")),
                work("broken", "class {{{"),
                work("chain", chain),
                work("deep", deep),
                work("empty", "class E {}"),
                work("large", "class L { void l() {" + "l();".repeat(60_000) + "} }"),
                work("nothing"),
                work("packed", "package p;"));

        Comparison.Compared found = compared(jplag.compare(works, List.of()));

        assertThat(found.pairs()).extracting(Pair::first, Pair::second).hasSize(1);
        assertThat(found.pairs().getFirst().similarity()).isEqualTo(1);
        assertThat(found.leftOut())
                .extracting(LeftOut::id)
                .containsExactlyInAnyOrder("broken", "chain", "deep", "empty", "large", "nothing", "packed");
    }

    @Test
    void too_few_are_no_failure() throws Exception {
        assertThat(compared(jplag.compare(List.of(work("ada", OTHER)), List.of()))
                        .spread())
                .isEqualTo(Spread.NONE);
    }

    @Test
    void too_little_time_or_memory_is_told() throws Exception {
        List<Work> works = List.of(work("ada", OTHER), work("bob", OTHER));

        Comparison hasty = new Jplag(JplagFiles.at(JARS), DataSize.ofMebibytes(512), Duration.ofMillis(1))
                .compare(works, List.of());
        Comparison small = new Jplag(JplagFiles.at(JARS), DataSize.ofMebibytes(8), Duration.ofMinutes(2))
                .compare(works, List.of());

        assertThat(hasty)
                .isInstanceOfSatisfying(
                        Comparison.Failed.class,
                        failed -> assertThat(failed.why()).contains("JPlag was not done within"));
        assertThat(small)
                .isInstanceOfSatisfying(
                        Comparison.Failed.class,
                        failed -> assertThat(failed.why()).contains("JPlag"));
    }

    @Test
    void where_it_is_not_is_told(@TempDir Path folder) throws Exception {
        List<Work> works = List.of(work("ada", OTHER), work("bob", OTHER));

        Comparison nowhere = new Jplag(JplagFiles.at(folder.resolve("nowhere"))).compare(works, List.of());
        Comparison nothing = new Jplag(JplagFiles.at(folder)).compare(works, List.of());
        Comparison noMaven = new Jplag(JplagFiles.fetchedBy(folder.resolve("mvnw"), folder)).compare(works, List.of());

        assertThat(List.of(nowhere, nothing, noMaven))
                .allSatisfy(one -> assertThat(one).isInstanceOf(Comparison.Failed.class));
        assertThat(((Comparison.Failed) nowhere).why()).contains("find JPlag").contains("nowhere");
        assertThat(((Comparison.Failed) noMaven).why()).contains("get JPlag").contains("mvnw");
    }

    @Test
    void what_maven_gets_is_kept_if_it_is_the_right_thing(@TempDir Path folder) throws Exception {
        Path maven = Files.writeString(folder.resolve("mvnw"), """
            #!/bin/sh
            echo run >> %s/runs
            for argument; do case $argument in -DoutputDirectory=*) out=${argument#*=} ;; esac; done
            mkdir -p "$out" && cp %s/*.jar "$out"
            """.formatted(folder, JARS.toAbsolutePath()));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Jplag fetching = new Jplag(JplagFiles.fetchedBy(maven, folder.resolve("cache")));
        List<Work> works = List.of(work("ada", OTHER), work("bob", OTHER));

        assertThat(compared(fetching.compare(works, List.of())).pairs()).hasSize(1);
        assertThat(compared(fetching.compare(works, List.of())).pairs()).hasSize(1);
        assertThat(folder.resolve("runs")).hasContent("run");

        Files.writeString(
                maven, Files.readString(maven) + "for jar in \"$out\"/java-*.jar; do echo more >> \"$jar\"; done\n");
        Files.delete(folder.resolve("cache/jplag-6.0.0/java-6.0.0.jar"));
        assertThat(fetching.compare(works, List.of()))
                .isInstanceOfSatisfying(
                        Comparison.Failed.class,
                        failed -> assertThat(failed.why()).contains("java-6.0.0.jar"));
    }
}
