package assay.core.pipeline;

import static java.util.Objects.requireNonNull;

import assay.core.policy.UseCheck;
import assay.core.port.Implementation;
import java.util.Optional;

/** The check of a submission's class files, as its parts see it. */
record CheckedUses(UseCheck check) implements UseRule {
    CheckedUses {
        requireNonNull(check, "check is null");
    }

    /** Where the check could be made; where it could not, nothing may be run, for the reason given. */
    static UseRule of(UseCheck.Reading reading) {
        return switch (reading) {
            case UseCheck.Reading.Read(UseCheck check) -> new CheckedUses(check);
            case UseCheck.Reading.Unreadable(String why) -> new Nothing(why);
        };
    }

    @Override
    public Optional<String> violation(Implementation implementation) {
        return check.violation(implementation);
    }

    @Override
    public Optional<String> violationBehind(String contract) {
        return check.violationBehind(contract);
    }

    @Override
    public Optional<String> violationAnywhere() {
        return check.violationAnywhere();
    }

    private record Nothing(String why) implements UseRule {
        @Override
        public Optional<String> violation(Implementation implementation) {
            return Optional.of(why);
        }

        @Override
        public Optional<String> violationBehind(String contract) {
            return Optional.of(why);
        }

        @Override
        public Optional<String> violationAnywhere() {
            return Optional.of(why);
        }
    }
}
