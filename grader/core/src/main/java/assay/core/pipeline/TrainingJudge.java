package assay.core.pipeline;

import assay.core.assignment.TrainingCheck;
import assay.core.assignment.TrainingItem;
import assay.core.assignment.TrainingSpec;
import assay.core.domain.RunUsage;
import assay.core.domain.Verdict;
import assay.core.domain.Visibility;
import assay.core.port.TrainingRun;
import assay.core.result.CaseResult;
import java.util.List;

/** Judges each item of a training part by the evidence; a pure function. */
final class TrainingJudge {
    private final TrainingEvidence evidence;
    private final TrainingClaims claims;
    private final TrainingMeasures measures;

    TrainingJudge(TrainingSpec spec, TrainingEvidence evidence) {
        this.evidence = evidence;
        this.claims = new TrainingClaims(spec, evidence);
        this.measures = new TrainingMeasures(spec, evidence);
    }

    CaseResult judge(TrainingItem item) {
        TrainingFinding finding = find(item.check());
        return new CaseResult(
                item.id(),
                Visibility.PUBLIC,
                finding.verdict(),
                finding.message(),
                finding.comparison(),
                "",
                finding.verdict() == Verdict.AC ? List.of() : stack(),
                finding.verdict() == Verdict.RTE ? printed() : "",
                RunUsage.NONE);
    }

    private TrainingFinding find(TrainingCheck check) {
        return switch (check) {
            case TrainingCheck.Architecture _ -> claims.architecture();
            case TrainingCheck.Forward _ -> claims.forward();
            case TrainingCheck.TrainMode _ -> claims.trainMode();
            case TrainingCheck.KaimingNormal _ -> claims.kaimingNormal();
            case TrainingCheck.LossAt at -> measures.lossAt(at);
            case TrainingCheck.Beats beats -> measures.beats(beats);
            case TrainingCheck.HyperParameters _ -> claims.hyperParameters();
            case TrainingCheck.LearningRate rate -> claims.rate(rate);
            case TrainingCheck.Accuracy accuracy -> measures.accuracy(accuracy);
            case TrainingCheck.LossFalls falls -> measures.lossFalls(falls);
            case TrainingCheck.AccuracyImproves improves -> measures.improves(improves);
            case TrainingCheck.Frozen frozen -> measures.frozen(frozen);
            case TrainingCheck.EpochTime time -> measures.epochTime(time);
        };
    }

    private List<String> stack() {
        return evidence.run()
                .filter(_ -> evidence.epochs().isEmpty())
                .map(TrainingRun::end)
                .filter(TrainingRun.End.Threw.class::isInstance)
                .map(end -> ((TrainingRun.End.Threw) end).stack())
                .orElse(List.of());
    }

    /** Of a run that failed before its first epoch; later it is many steps away from what failed. */
    private String printed() {
        return evidence.run()
                .filter(run -> run.epochs().isEmpty())
                .map(TrainingRun::printed)
                .orElse("");
    }
}
