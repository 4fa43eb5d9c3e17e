package assay.golden.draw;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.CaseSpec;
import assay.kernels.call.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where seeds come from: for a public case from its specification alone, and for a hidden one from the installation's
 * secret besides, so that nobody who knows the assignment and this program can draw it.
 *
 * <p>A seed depends on the assignment's id, the kernel, the case's id and its arguments, and on nothing else: cases of
 * two parts that differ in their form alone are the same case, and a new deadline changes no input.
 */
public final class CaseSeeds {
    /** Names what the material is for, so that it can never be taken for that of something else. */
    private static final String PURPOSE = "assay case 1";

    private final Supplier<InstallationSecret> source;
    private @Nullable InstallationSecret secret;

    /** @param source asked once, for the first hidden case, and never for a public one */
    public CaseSeeds(Supplier<InstallationSecret> source) {
        this.source = requireNonNull(source, "source is null");
    }

    /** The seed of a case. */
    public CaseSeed seed(String assignment, Kernel kernel, CaseSpec spec) {
        List<String> fields = new ArrayList<>(List.of(PURPOSE, assignment, kernel.torchName(), spec.id()));
        fields.addAll(CanonicalText.of(spec.arguments()));
        byte[] material = Sha256.join(fields);
        return switch (spec.visibility()) {
            case PUBLIC -> new CaseSeed(Sha256.digest(material));
            case HIDDEN -> new CaseSeed(secret().sign(material));
        };
    }

    private synchronized InstallationSecret secret() {
        InstallationSecret known = secret;
        if (known == null) {
            known = source.get();
            secret = known;
        }
        return known;
    }
}
