package assay.server.testing;

import java.nio.charset.StandardCharsets;

/** An assignment that is as small as one can be, with a public case and a hidden one. */
public final class Homework {
    public static final String ID = "hw";

    private Homework() {}

    /** @param deadline as an assignment writes it */
    public static byte[] yaml(int version, String deadline) {
        return """
            id: hw
            title: "Homework <b>1</b>"
            version: %d
            zone: Europe/Zurich
            deadline: %s
            late: { per-day: 10%%, basis: maximum }
            feedback: verdict
            tolerance: { relative: 1.0e-8, absolute: 1.0e-12 }
            parts:
              - id: conv2d
                title: Convolution
                points: 10
                kernel: conv2d
                cases:
                  - id: small
                    visibility: public
                    arguments:
                      input: { normal: [1, 1, 3, 3] }
                      weight: { normal: [1, 1, 2, 2] }
                      bias: { normal: [1] }
                      stride: 1
                      padding: 0
                  - id: larger
                    visibility: hidden
                    arguments:
                      input: { normal: [1, 1, 5, 5] }
                      weight: { normal: [1, 1, 2, 2] }
                      bias: { normal: [1] }
                      stride: 1
                      padding: 0
            """.formatted(version, deadline).getBytes(StandardCharsets.UTF_8);
    }
}
