package assay.sandbox.engine;

import java.net.URI;

/** How far one gets at an endpoint; worst first. */
sealed interface Reach {
    /** There is none. */
    record Nowhere() implements Reach {}

    /** There is one, and nobody behind it. */
    record Silent(URI endpoint, String why) implements Reach {}

    /** There is one that this user may not use. */
    record Denied(URI endpoint) implements Reach {}

    record Answers(Engine engine) implements Reach {}
}
