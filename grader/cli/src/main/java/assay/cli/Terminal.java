package assay.cli;

import java.util.Optional;

/** A person at a terminal. */
interface Terminal {
    /** What the person types after the question; empty where the input has ended. */
    Optional<String> ask(String question);

    /** The one that this process runs at, where its input and output are one. */
    static Optional<Terminal> ofThisProcess() {
        return Optional.ofNullable(System.console())
                .filter(console -> console.isTerminal())
                .map(console -> question -> Optional.ofNullable(console.readLine("%s", question)));
    }
}
