package assay.e2e.reliability;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a student hands in, and what it is worth; no two are the same to the byte. */
enum Work {
    BOTH(10),
    RECTIFIER_ALONE(6),
    SIGMOID_ALONE(4),
    NEITHER_COMPILES(0);

    private final int points;

    Work(int points) {
        this.points = points;
    }

    static Work of(int number) {
        return values()[Math.floorMod(number * 7 + number / 5, values().length)];
    }

    int points() {
        return points;
    }

    String json(int student, int number) {
        String who = "// " + Course.student(student) + ", number " + number + "\n";
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "files",
                        Map.of(
                                "Rectifier.java",
                                who
                                        + source(
                                                "Rectifier",
                                                "Relu",
                                                "relu",
                                                this == SIGMOID_ALONE ? "0" : "Math.max(0, x)"),
                                "Logistic.java",
                                who
                                        + source(
                                                "Logistic",
                                                "Sigmoid",
                                                "sigmoid",
                                                this == RECTIFIER_ALONE ? "0" : "1 / (1 + Math.exp(-x))"))));
    }

    private String source(String name, String kernel, String method, String formula) {
        return """
            import assay.kernels.%2$s;
            import assay.kernels.Tensor;

            public final class %1$s implements %2$s {
                @Override
                public Tensor %3$s(Tensor input) {
                    Tensor output = Tensor.zeros(input.size(0));
                    for (int i = 0; i < input.size(0); i++) {
                        double x = input.get(i);
                        output.set((float) (%4$s), i);
                    }
                    return output%5$s
                }
            }
            """.formatted(name, kernel, method, formula, this == NEITHER_COMPILES ? "" : ";");
    }
}
