package assay.cli;

import static java.util.Objects.requireNonNull;

import assay.sandbox.engine.Consent;
import java.util.List;

/** Says what will be done to this machine, and asks where a person is there and has not said yes beforehand. */
final class TerminalConsent implements Consent {
    private final Console console;
    private final boolean yes;

    TerminalConsent(Console console, boolean yes) {
        this.console = requireNonNull(console, "console is null");
        this.yes = yes;
    }

    @Override
    public boolean interactive() {
        return console.interactive();
    }

    @Override
    public boolean explicit() {
        return yes || console.interactive();
    }

    @Override
    public boolean allows(String what, List<String> commands) {
        console.say("Assay will " + what + ":");
        commands.forEach(command -> console.say("    " + command));
        return yes || console.agrees("Go ahead?");
    }
}
