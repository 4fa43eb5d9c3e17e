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
     * @param daemon whether it stays
     */
    record Step(List<String> command, boolean daemon) {
        public Step {
            command = List.copyOf(command);
        }

        @Override
        public String toString() {
            return String.join(" ", command);
        }
    }
}
