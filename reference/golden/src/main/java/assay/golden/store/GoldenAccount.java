package assay.golden.store;

import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.golden.draw.CanonicalText;
import assay.golden.draw.CaseSeed;
import assay.golden.misconception.Variant;
import assay.golden.torch.PyTorch;
import assay.kernels.call.KernelParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a golden is and where it comes from, for a person to read. */
final class GoldenAccount {
    private GoldenAccount() {}

    /** A line each: {@code name: value}. */
    static List<String> of(GoldenRequest request, GoldenCase golden) {
        List<String> lines = new ArrayList<>();
        lines.add("assignment: " + request.assignment());
        lines.add("kernel: " + request.kernel().torchName());
        lines.add("case: " + request.spec().id());
        lines.add("seed: " + seed(request));
        List<KernelParameter> parameters = request.kernel().parameters();
        List<String> specs = CanonicalText.of(request.spec().arguments());
        for (int index = 0; index < specs.size(); index++) {
            lines.add("argument " + parameters.get(index).name() + ": " + specs.get(index));
        }
        lines.add("expected: " + Arrays.toString(golden.expected().shape()));
        List<String> told =
                golden.misconceptions().stream().map(Misconception::name).toList();
        lines.add("misconceptions: " + told);
        lines.add("misconceptions that this case cannot tell: "
                + request.variants().stream()
                        .map(Variant::name)
                        .filter(name -> !told.contains(name))
                        .toList());
        lines.add("digest of inputs and golden: " + golden.digest());
        lines.add("pytorch: " + PyTorch.VERSION + ", float64, one thread");
        lines.add("djl: " + PyTorch.DJL_VERSION);
        lines.add("generation: " + GoldenRequest.GENERATION);
        return lines;
    }

    private static String seed(GoldenRequest request) {
        CaseSeed seed = request.seed();
        return switch (request.spec().visibility()) {
            case PUBLIC -> seed.hex();
            case HIDDEN -> "hidden, from the installation's secret; its SHA-256 is " + seed.fingerprint();
        };
    }
}
