package assay.core.assignment;

import assay.core.assignment.ArgumentSpec.Given;
import assay.core.assignment.Part.AgreementPart;
import assay.core.assignment.Part.AnswersPart;
import assay.core.assignment.Part.KernelPart;
import assay.core.assignment.Part.ManualPart;
import assay.core.assignment.Part.SpeedupPart;
import assay.core.yaml.YamlValue;
import assay.kernels.call.Argument;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What parts say of each other: whose cases they share, and which two must agree. */
final class PartReferences {
    /** By the id of the part that refers to another. */
    private final Map<String, CasesOf> casesOf = new HashMap<>();

    private final Map<String, YamlValue> agreements = new HashMap<>();

    private record CasesOf(String part, YamlValue value) {}

    void casesOf(String part, String of, YamlValue value) {
        casesOf.put(part, new CasesOf(of, value));
    }

    void agreement(String part, YamlValue value) {
        agreements.put(part, value);
    }

    /** The same parts, each with its cases. */
    List<Part> resolve(List<Part> parts) {
        List<Part> complete = parts.stream()
                .<Part>map(part -> switch (part) {
                    case KernelPart kernel -> withCases(kernel, parts);
                    case AgreementPart agreement -> agreement;
                    case SpeedupPart speedup -> speedup;
                    case Part.TrainingPart training -> training;
                    case AnswersPart answers -> answers;
                    case ManualPart manual -> manual;
                })
                .toList();
        for (Part part : complete) {
            if (part instanceof AgreementPart agreement) {
                check(agreement, complete);
            }
        }
        return complete;
    }

    private KernelPart withCases(KernelPart part, List<Part> parts) {
        CasesOf reference = casesOf.get(part.id());
        if (reference == null) {
            return part;
        }
        Optional<KernelPart> owner = find(reference.part(), parts).filter(found -> !casesOf.containsKey(found.id()));
        if (owner.isEmpty()) {
            reference.value().problem("there is no part '" + reference.part() + "' with a kernel and cases of its own");
            return part;
        }
        if (owner.get().kernel() != part.kernel()) {
            reference
                    .value()
                    .problem("the part '" + reference.part() + "' is of another kernel, "
                            + owner.get().kernel().torchName());
            return part;
        }
        return new KernelPart(
                part.id(),
                part.title(),
                part.points(),
                part.kernel(),
                part.form(),
                owner.get().cases());
    }

    private void check(AgreementPart part, List<Part> parts) {
        Optional<KernelPart> left = find(part.left(), parts);
        Optional<KernelPart> right = find(part.right(), parts);
        Optional.ofNullable(agreements.get(part.id())).ifPresent(value -> {
            if (left.isEmpty() || right.isEmpty()) {
                value.problem("there is no part '" + (left.isEmpty() ? part.left() : part.right()) + "' with a kernel");
            } else if (left.get().cases().isEmpty() || right.get().cases().isEmpty()) {
                return; // what is wrong with them is said already
            } else if (left.get().kernel() != right.get().kernel()
                    || !sameCases(left.get().cases(), right.get().cases())) {
                value.problem("the two parts must have the same kernel and the same cases; use cases-of");
            }
        });
    }

    private static Optional<KernelPart> find(String id, List<Part> parts) {
        return parts.stream()
                .filter(KernelPart.class::isInstance)
                .map(KernelPart.class::cast)
                .filter(part -> part.id().equals(id))
                .findFirst();
    }

    private static boolean sameCases(List<CaseSpec> left, List<CaseSpec> right) {
        return left.size() == right.size()
                && IntStream.range(0, left.size()).allMatch(i -> sameCase(left.get(i), right.get(i)));
    }

    private static boolean sameCase(CaseSpec left, CaseSpec right) {
        return left.id().equals(right.id())
                && left.visibility() == right.visibility()
                && left.arguments().size() == right.arguments().size()
                && IntStream.range(0, left.arguments().size())
                        .allMatch(i -> sameArgument(
                                left.arguments().get(i), right.arguments().get(i)));
    }

    private static boolean sameArgument(ArgumentSpec left, ArgumentSpec right) {
        if (left instanceof Given(Argument.OfInts(int[] ints))
                && right instanceof Given(Argument.OfInts(int[] others))) {
            return Arrays.equals(ints, others);
        }
        return left.equals(right);
    }
}
