package assay.core.report.page;

import static java.util.Objects.requireNonNull;

import assay.core.domain.Digests;
import assay.core.domain.GraderFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The style sheet, which stands in the page itself, and the Content-Security-Policy that lets a page do nothing but use
 * it: no script, no address, no other style, whatever slips into the text.
 *
 * @param sheet CSS of our own; the one text that a template writes as it is
 */
public record Style(String sheet, String policy) {
    private static final List<String> FILES = List.of("base", "parts", "pictures", "tables", "media");

    public Style {
        requireNonNull(sheet, "sheet is null");
        requireNonNull(policy, "policy is null");
    }

    /** From the class path. */
    public static Style load() {
        StringBuilder sheet = new StringBuilder("\n");
        FILES.forEach(file -> sheet.append(read("/assay/core/report/" + file + ".css")));
        return of(sheet.toString());
    }

    static Style of(String sheet) {
        String hash =
                Base64.getEncoder().encodeToString(Digests.sha256().digest(sheet.getBytes(StandardCharsets.UTF_8)));
        return new Style(
                sheet, "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
    }

    private static String read(String resource) {
        try (InputStream in = Style.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new GraderFault(GraderFault.Code.REPORT, "read " + resource, "it is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new GraderFault(GraderFault.Code.REPORT, "read " + resource, e);
        }
    }
}
