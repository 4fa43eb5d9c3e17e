package assay.sandbox.alike;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What of JPlag is needed to compare Java, and not its viewer, its clusters and its other languages. */
enum JplagPart {
    JPLAG("de.jplag", "jplag", "6.0.0", "3508b7a84155d3a7ad80abf706ff7aeb1c7a1464a51dbcb345cb3128eda6ea1d"),
    LANGUAGE("de.jplag", "language-api", "6.0.0", "180520f00a27eaf4eaa044dc9ac09e66d4648178b8140b3356d62e841e849c56"),
    JAVA("de.jplag", "java", "6.0.0", "e03e1622ee547392c7c77cf219de77c3d4a5230d40be80dd392b77552f3cd6e6"),
    LOG("org.slf4j", "slf4j-api", "2.0.16", "a12578dde1ba00bd9b816d388a0b879928d00bab3c83c240f7013bf4196c579a"),
    CHARACTERS("com.ibm.icu", "icu4j", "76.1", "732cdf18121b1642899da1f5e37e52cc7f48e3ec07fa737105d4603976781b33"),
    NUMBERS(
            "org.apache.commons",
            "commons-math3",
            "3.6.1",
            "1e56d7b058d28b65abd256b8458e3885b674c1d588fa43cd7d1cbb9c7ef2b308");

    private final String group;
    private final String artifact;
    private final String version;
    private final String sha256;

    JplagPart(String group, String artifact, String version, String sha256) {
        this.group = group;
        this.artifact = artifact;
        this.version = version;
        this.sha256 = sha256;
    }

    String file() {
        return artifact + "-" + version + ".jar";
    }

    String version() {
        return version;
    }

    String sha256() {
        return sha256;
    }

    /** A project that depends on exactly these, for Maven to get them by. */
    static String pom() {
        String dependencies = Arrays.stream(values())
                .map(part -> """
                        <dependency>
                          <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
                          <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
                        </dependency>
                    """.formatted(part.group, part.artifact, part.version))
                .collect(Collectors.joining());
        return """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>assay</groupId><artifactId>jplag</artifactId><version>1</version>
              <dependencies>
            %s  </dependencies>
            </project>
            """.formatted(dependencies);
    }
}
