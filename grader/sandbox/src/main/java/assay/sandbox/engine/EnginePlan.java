package assay.sandbox.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What to do so that there is an engine. */
sealed interface EnginePlan {
    /** Nothing: one answers. */
    record Use() implements EnginePlan {}

    /**
     * Run these, with consent.
     *
     * @param what a sentence without its subject, e.g. {@code start the Docker engine}
     */
    record Do(String what, List<Step> steps) implements EnginePlan {
        public Do {
            requireNonNull(what, "what is null");
            steps = List.copyOf(steps);
        }
    }

    /**
     * Tell the user.
     *
     * @param why there is no engine
     * @param remedy one command or sentence
     */
    record Advise(String why, String remedy) implements EnginePlan {}

    /**
     * One program to run.
     *
     * @param kind how it is run
     */
    record Step(List<String> command, Kind kind) {
        public Step {
            command = List.copyOf(command);
        }

        @Override
        public String toString() {
            return String.join(" ", command);
        }

        /** What is expected of it. */
        enum Kind {
            /** To end well. */
            NEEDED,
            /** To end; where it fails, the next may do without it. */
            HELPFUL,
            /** To stay. */
            DAEMON
        }
    }
}
