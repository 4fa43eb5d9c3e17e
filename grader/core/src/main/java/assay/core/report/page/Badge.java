package assay.core.report.page;

import assay.core.domain.Verdict;

/**
 * A verdict as a small label: sign and words besides the colour.
 *
 * @param tone class of the style sheet
 */
public record Badge(String code, String words, String sign, String tone) {
    public static Badge of(Verdict verdict) {
        return switch (verdict) {
            case AC -> new Badge("AC", "Accepted", "✓", "good");
            case WA -> new Badge("WA", "Wrong answer", "✕", "bad");
            case CE -> new Badge("CE", "Compile error", "✕", "bad");
            case RTE -> new Badge("RTE", "Run-time error", "✕", "bad");
            case TLE -> new Badge("TLE", "Time limit exceeded", "✕", "bad");
            case MLE -> new Badge("MLE", "Memory limit exceeded", "✕", "bad");
            case OLE -> new Badge("OLE", "Output limit exceeded", "✕", "bad");
            case PV -> new Badge("PV", "Policy violation", "✕", "bad");
            case SK -> new Badge("SK", "Skipped", "–", "quiet");
            case IE -> new Badge("IE", "Our fault", "!", "ours");
            case PD -> new Badge("PD", "Pending", "…", "quiet");
        };
    }
}
