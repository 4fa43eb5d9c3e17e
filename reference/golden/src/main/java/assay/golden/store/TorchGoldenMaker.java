package assay.golden.store;

import static java.util.Objects.requireNonNull;

import assay.core.compare.Tolerance;
import assay.core.compare.VariantMatch;
import assay.core.domain.GraderFault;
import assay.core.pack.GoldenPack;
import assay.core.port.GoldenCase;
import assay.core.port.GoldenCase.Misconception;
import assay.golden.draw.CaseDrawer;
import assay.golden.misconception.Variant;
import assay.golden.torch.PyTorch;
import assay.kernels.Tensor;
import assay.kernels.call.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the inputs and computes golden and variants in PyTorch, which is loaded with the first of them. */
final class TorchGoldenMaker implements GoldenMaker {
    private static final Logger logger = LoggerFactory.getLogger(TorchGoldenMaker.class);

    private final Supplier<PyTorch> loader;
    private @Nullable PyTorch loaded;

    TorchGoldenMaker(Supplier<PyTorch> loader) {
        this.loader = requireNonNull(loader, "loader is null");
    }

    @Override
    public GoldenCase make(GoldenRequest request) {
        List<Argument> arguments = draw(request);
        PyTorch torch = torch();
        Tensor expected = torch.golden(request.kernel(), arguments);
        List<Misconception> misconceptions = new ArrayList<>();
        for (Variant variant : request.variants()) {
            misconception(torch, request, arguments, variant, expected).ifPresent(misconceptions::add);
        }
        return new GoldenCase(arguments, expected, misconceptions, GoldenPack.digest(arguments, expected));
    }

    private static List<Argument> draw(GoldenRequest request) {
        try {
            return CaseDrawer.draw(request.spec().arguments(), request.seed());
        } catch (IllegalArgumentException e) {
            throw new GraderFault(
                    GraderFault.Code.GOLDEN,
                    "draw the inputs of case " + request.spec().id() + " of "
                            + request.kernel().torchName(),
                    e);
        }
    }

    /** Empty where the variant cannot be computed for these arguments, or cannot be told from the right answer. */
    private static Optional<Misconception> misconception(
            PyTorch torch, GoldenRequest request, List<Argument> arguments, Variant variant, Tensor expected) {
        Tensor output;
        try {
            output = torch.evaluate(request.kernel(), arguments, variant.function());
        } catch (GraderFault fault) {
            logger.debug("Case {} has no variant {}: {}", request.spec().id(), variant.name(), fault.getMessage());
            return Optional.empty();
        }
        if (VariantMatch.matches(output, expected, Tolerance.DEFAULT)) {
            logger.debug(
                    "Case {} cannot tell {} from what is right", request.spec().id(), variant.name());
            return Optional.empty();
        }
        return Optional.of(new Misconception(variant.name(), variant.explanation(), output));
    }

    private synchronized PyTorch torch() {
        PyTorch torch = loaded;
        if (torch == null) {
            torch = loader.get();
            loaded = torch;
        }
        return torch;
    }
}
