package assay.core.starter;

import static java.nio.charset.StandardCharsets.UTF_8;

import assay.core.domain.GraderFault;
import assay.core.pack.GoldenPack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Public cases as two files, which lie beside the classes of the self-check. */
public final class PublicCasesFile {
    static final String CASES = "assay/public-cases.properties";
    static final String GOLDENS = "assay/public-goldens.pack";

    private PublicCasesFile() {}

    /** The files by name; the same cases give the same bytes. */
    static Map<String, byte[]> write(PublicCases cases) throws IOException {
        ByteArrayOutputStream goldens = new ByteArrayOutputStream();
        cases.goldens().write(goldens);
        Map<String, byte[]> files = new TreeMap<>();
        files.put(CASES, PublicCasesFormat.write(cases).toString().getBytes(UTF_8));
        files.put(GOLDENS, goldens.toByteArray());
        return files;
    }

    /**
     * The public cases in the jar, or at the root of the class path, from which that class comes.
     *
     * @throws GraderFault if they are not there, or damaged
     */
    public static PublicCases beside(Class<?> selfCheck) {
        try (InputStream cases = open(selfCheck, CASES);
                InputStream goldens = open(selfCheck, GOLDENS)) {
            return read(cases, goldens);
        } catch (IOException | RuntimeException e) {
            throw new GraderFault(GraderFault.Code.GOLDEN, "read the public cases", e);
        }
    }

    static PublicCases read(InputStream cases, InputStream goldens) throws IOException {
        return PublicCasesFormat.read(PropertyText.read(new InputStreamReader(cases, UTF_8)), GoldenPack.read(goldens));
    }

    private static InputStream open(Class<?> selfCheck, String name) throws IOException {
        return Optional.ofNullable(selfCheck.getResourceAsStream("/" + name))
                .orElseThrow(() -> new IOException("there is no " + name + " beside the self-check"));
    }
}
