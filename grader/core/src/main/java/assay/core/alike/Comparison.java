package assay.core.alike;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What came of comparing. */
public sealed interface Comparison {
    /**
     * @param pairs the most alike first; of very many those that are most alike
     * @param spread of all pairs
     */
    record Compared(List<Pair> pairs, Spread spread, List<LeftOut> leftOut) implements Comparison {
        public Compared {
            pairs = List.copyOf(pairs);
            requireNonNull(spread, "spread is null");
            leftOut = List.copyOf(leftOut);
        }
    }

    /** @param why a sentence for whoever asked; nothing has changed */
    record Failed(String why) implements Comparison {
        public Failed {
            requireNonNull(why, "why is null");
        }
    }
}
