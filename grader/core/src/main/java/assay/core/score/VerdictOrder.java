package assay.core.score;

import static assay.core.domain.Verdict.AC;
import static assay.core.domain.Verdict.CE;
import static assay.core.domain.Verdict.IE;
import static assay.core.domain.Verdict.MLE;
import static assay.core.domain.Verdict.OLE;
import static assay.core.domain.Verdict.PD;
import static assay.core.domain.Verdict.PV;
import static assay.core.domain.Verdict.RTE;
import static assay.core.domain.Verdict.SK;
import static assay.core.domain.Verdict.TLE;
import static assay.core.domain.Verdict.WA;

import assay.core.domain.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which of several verdicts stands for all of them. */
public final class VerdictOrder {
    /**
     * Ours first, since such a grading is done again; then what keeps code from running at all; then what ended it, the
     * hardest end first; then a wrong answer. A skipped case follows from something else, so anything else says more;
     * what is pending says nothing yet.
     */
    private static final List<Verdict> ORDER = List.of(IE, CE, PV, MLE, TLE, OLE, RTE, WA, SK, AC, PD);

    private VerdictOrder() {}

    /** The first of them in that order; SK if there is none. */
    public static Verdict foremost(Stream<Verdict> verdicts) {
        return verdicts.min(Comparator.comparingInt(ORDER::indexOf)).orElse(SK);
    }
}
