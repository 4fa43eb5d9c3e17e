package assay.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            ID,                FILE NAME
            alice,             alice
            Alice,             Alice
            a0123456x,         a0123456x
            alice_b-c.d,       alice_b-c.d
            alice@u.nus.edu,   alice@u.nus.edu
            josé,              jos~c3~a9
            'Ada Lovelace',    Ada~20Lovelace
            a~b,               a~7eb
            李,                ~e6~9d~8e
            a/b,               a~2fb
            'a\\b',            a~5cb
            ..,                ~2e~2e
            .,                 ~2e
            .git,              ~2egit
            end.,              end~2e
            -rf,               ~2drf
            @args,             ~40args
            con,               ~63on
            CON.txt,           ~43ON.txt
            lpt1,              ~6cpt1
            console,           console
            'a:b',             a~3ab
            '<b>"&''',         ~3cb~3e~22~26~27
            '',                ~
            """)
    void an_id_has_a_file_name(String id, String name) {
        assertThat(FileNames.of(id.replace("\\\\", "\\"))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Egnp.exe", "a\u0000b", "a\r\nb", "a\u200Bb", "\uD800", "a\tb", "\u0007"})
    void what_cannot_be_seen_is_spelled_out(String id) {
        assertThat(FileNames.of(id)).matches("[A-Za-z0-9._@+~-]+");
    }

    @Test
    void composed_and_decomposed_letters_are_one_student() {
        assertThat(FileNames.of("jose\u0301")).isEqualTo(FileNames.of("jos\u00e9"));
    }

    @Test
    void a_long_id_is_cut_and_still_told_apart() {
        String one = FileNames.of("李".repeat(200));
        String other = FileNames.of("李".repeat(201));
        assertThat(one).hasSizeLessThanOrEqualTo(120).isNotEqualTo(other);
    }

    /** The letters are few and nasty, so that ids which could collide come up often. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void different_students_never_share_a_file_name_on_any_disk(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String letters = "aAcCoOnN~.2eE7-_ :éÉe\u0301\uD800\u202E李";
        Map<String, String> studentOf = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder id = new StringBuilder();
            for (int length = random.nextInt(1, 6); length > 0; length--) {
                id.append(letters.charAt(random.nextInt(letters.length())));
            }
            String key = StudentIds.key(id.toString());
            String name = FileNames.of(id.toString());
            assertThat(name).matches("[A-Za-z0-9_~][A-Za-z0-9._@+~-]*");
            String before = studentOf.putIfAbsent(StudentIds.fold(name), key);
            assertThat(before == null || before.equals(key)).as("%s", name).isTrue();
        }
    }
}
