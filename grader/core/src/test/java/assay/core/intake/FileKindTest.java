package assay.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "Conv.java, SOURCE",
        "hw4/src/main/java/student/Conv.java, SOURCE",
        "src/main/java/student/build/Conv.java, SOURCE",
        "src/main/java/student/package-info.java, SOURCE",
        "src/main/java/student/test/Conv.java, SOURCE",
        "target/generated-sources/Conv.java, BUILT_SOURCE",
        "hw4/build/Conv.java, BUILT_SOURCE",
        "target.java, SOURCE",
        "src/test/java/student/ConvTest.java, IGNORED",
        "src/test/java/student/Conv.java, OTHER",
        "src/test/Conv.java, SOURCE",
        "src/test/conv/Conv.java, SOURCE",
        "hw4/src/test/resources/golden.bin, IGNORED",
        ".git/hooks/pre-commit, IGNORED",
        "__MACOSX/._Conv.java, IGNORED",
        "a/.DS_Store, IGNORED",
        "Thumbs.db, IGNORED",
        "._Conv.java, IGNORED",
        ".mvn/jvm.config, IGNORED",
        "expect.yaml, IGNORED",
        "submission.yaml, HAND_IN",
        "module-info.java, OTHER",
        "Conv.class, OTHER",
        "META-INF/services/javax.annotation.processing.Processor, OTHER",
        "libevil.so, OTHER",
        "pom.xml, OTHER",
        "Conv.JAVA, OTHER",
        "Conv.java.txt, OTHER",
        "hw4.ZIP, ARCHIVE",
        "lib/nd4j.jar, ARCHIVE",
        "hw4.tar.xz, ARCHIVE",
    })
    void a_file_is_of_a_kind(String path, FileKind kind) {
        assertThat(FileKind.of(new EntryPath(path))).isEqualTo(kind);
    }
}
