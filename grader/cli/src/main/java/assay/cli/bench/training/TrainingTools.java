package assay.cli.bench.training;

import static java.util.Objects.requireNonNull;

import assay.core.port.ReferenceNetworks;
import assay.core.port.TrainingGround;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What training is measured with.
 *
 * @param grounds by the name of a way; throw GraderFault where there can be none
 * @param few the same over the first training images alone
 * @param plain over the same few
 */
public record TrainingTools(
        Function<String, TrainingGround> grounds,
        Function<String, TrainingGround> few,
        Supplier<PlainLoop> plain,
        ReferenceNetworks networks) {
    public TrainingTools {
        requireNonNull(grounds, "grounds is null");
        requireNonNull(few, "few is null");
        requireNonNull(plain, "plain is null");
        requireNonNull(networks, "networks is null");
    }
}
