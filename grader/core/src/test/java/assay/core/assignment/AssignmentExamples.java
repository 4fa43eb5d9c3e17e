package assay.core.assignment;

import static assay.core.assignment.AssignmentExamples.Seen.BY_BOTH;
import static assay.core.assignment.AssignmentExamples.Seen.BY_THE_READER;

import java.util.List;

/** One assignment with every form in it, and what can go wrong with it; held to by reader and schema alike. */
final class AssignmentExamples {
    static final String RIGHT = """
            id: demo
            title: Demonstration
            version: 3
            zone: Asia/Singapore
            deadline: 2022-09-19T23:59:59+08:00
            late: { per-day: 12.5%, basis: earned-compound, cutoff: 7d, grace: 20m }
            limits: { compile: 40s, case-cpu: 250ms, case-wall: 2m, memory: 1GiB, output: 64KiB }
            feedback: error
            tolerance: { relative: 1.0e-6 }
            parts:
              - id: pool
                title: Max pooling
                points: 0.5
                kernel: max_pool2d
                cases:
                  - id: first
                    visibility: public
                    arguments: { input: { normal: [2, 3, 8, 9], mean: 1, std: 2, constant: [2] }, kernel_size: 3, stride: 2, padding: 1 }
                    misconceptions: [zero_padding]
                  - id: second
                    visibility: hidden
                    arguments: { input: { values: [1, -2.5, 3e1, -0.0], shape: [1, 1, 2, 2] }, kernel_size: 2, stride: 1, padding: 0 }
                    tolerance: { relative: 0, absolute: 1.0e-3 }
              - id: average
                title: Average pooling
                points: 0
                kernel: avg_pool2d
                cases:
                  - id: only
                    visibility: hidden
                    arguments:
                      input: { constant-channels: [1, 2, 4, 4], mean: 3 }
                      kernel_size: 2
                      stride: 2
                      padding: 0
                      count_include_pad: false
              - id: loss
                title: Cross entropy
                points: 1
                kernel: cross_entropy
                form: scalar
                cases:
                  - { id: drawn, visibility: public, arguments: { logits: { uniform: [4, 3], low: -1.5, high: 2 }, targets: { classes: 4, below: 3 } } }
                  - { id: given, visibility: public, arguments: { logits: { normal: [2, 3] }, targets: [0, 2] } }
              - { id: loss_vector, title: Cross entropy again, points: 1, kernel: cross_entropy, form: vector, cases-of: loss }
              - { id: loss_agreement, title: Both alike, points: 0.25, agreement: [loss, loss_vector] }
              - id: conv
                title: Convolution
                points: 2
                kernel: conv2d
                cases:
                  - id: only
                    visibility: hidden
                    arguments:
                      input: { normal: [2, 3, 5, 5] }
                      weight: { normal: [4, 3, 2, 2] }
                      bias: { normal: [4] }
                      stride: 1
                      padding: 1
              - id: norm
                title: Batch normalisation
                points: 1
                kernel: batch_norm2d
                cases:
                  - { id: only, visibility: hidden, arguments: { input: { normal: [2, 3, 5, 5] }, eps: 1.0e-5 } }
              - id: soft
                title: Softmax
                points: 1
                kernel: softmax
                cases:
                  - { id: only, visibility: hidden, arguments: { input: { normal: [2, 3] }, dim: -1 } }
              - id: speedup
                title: Speed-up
                points: 1
                speedup:
                  kernel: relu
                  repeats: 9
                  at-least: 1.5
                  cases:
                    - { id: only, visibility: hidden, arguments: { input: { normal: [100] } } }
            forbidden:
              - { use: org.nd4j, reason: a neural-network library }
              - { allow: java.lang.foreign }
            """;

    private AssignmentExamples() {}

    /** Who sees that something is wrong. */
    enum Seen {
        BY_BOTH,
        BY_THE_READER
    }

    /**
     * One mistake.
     *
     * @param from what it replaces, where it first stands in the right assignment
     * @param problem as the reader prints it: {@code line key: message}
     */
    record Wrong(Seen seen, String from, String to, String problem) {
        String text() {
            if (!RIGHT.contains(from)) {
                throw new AssertionError("not in the example: " + from);
            }
            int at = RIGHT.indexOf(from);
            return RIGHT.substring(0, at) + to + RIGHT.substring(at + from.length());
        }

        @Override
        public String toString() {
            return from.strip() + " -> " + to.strip();
        }
    }

    static List<Wrong> forbidden() {
        return List.of(
                both(
                        "use: org.nd4j",
                        "use: org nd4j",
                        "82 forbidden[0].use: must be a package, a class or a class#member, such as"
                                + " java.lang.Runtime#exec, but is 'org nd4j'"),
                both(", reason: a neural-network library", "", "82 forbidden[0]: the key 'reason' is missing"),
                both("reason: a neural-network library", "reason: ' '", "82 forbidden[0].reason: must not be blank"),
                both(
                        "{ allow: java.lang.foreign }",
                        "{ allow: java.lang.foreign, reason: x }",
                        "83 forbidden[1].reason: unknown key; there are allow"),
                both(
                        "- { use: org.nd4j, reason: a neural-network library }",
                        "- org.nd4j",
                        "82 forbidden[0]: must be a mapping, but is 'org.nd4j'"),
                reader(
                        "allow: java.lang.foreign",
                        "allow: java.lang.String",
                        "83 forbidden[1].allow: 'java.lang.String' is not among what is always forbidden: "
                                + String.join(
                                        ", ",
                                        ForbiddenReader.STANDARD.stream()
                                                .map(ForbiddenUse::name)
                                                .toList())));
    }

    static List<Wrong> head() {
        return List.of(
                both(
                        "title: D",
                        "titel: D",
                        "2 titel: unknown key; did you mean 'title'?",
                        "1 the key 'title' is missing"),
                both(
                        "id: demo",
                        "id: Demo",
                        "1 id: must be an id of at most 64 small letters, digits, '-' and '_', such as"
                                + " max_pool2d, but is 'Demo'"),
                reader("id: demo", "id: other", "1 id: must be the name of its folder, 'demo'"),
                both("title: Demonstration", "title: 5242", "2 title: must be text, but is '5242'"),
                both("title: Demonstration", "title: ' '", "2 title: must not be blank"),
                both("title: Demonstration", "title:", "2 title: must be text, but is empty"),
                both("version: 3", "version: 0", "3 version: must be from 1 to 1000000, but is '0'"),
                both("version: 3", "version: 1.5", "3 version: must be a whole number, but is '1.5'"),
                reader(
                        "Asia/Singapore",
                        "Asia/Atlantis",
                        "4 zone: must be the name of a time zone, such as Asia/Singapore, but is 'Asia/Atlantis'"),
                both(
                        "59:59+08:00",
                        "59:59",
                        "5 deadline: must be a date and time with its offset, such as"
                                + " 2022-09-19T23:59:59+08:00 (without an offset it is unclear which instant is meant; in"
                                + " Asia/Singapore it would be 2022-09-19T23:59:59+08:00), but is '2022-09-19T23:59:59'"),
                reader(
                        "2022-09-19",
                        "2022-02-30",
                        "5 deadline: must be a date and time with its offset, such as"
                                + " 2022-09-19T23:59:59+08:00, but is '2022-02-30T23:59:59+08:00'"),
                both(
                        "{ per-day: 12.5%, basis: earned-compound, cutoff: 7d, grace: 20m }",
                        "never",
                        "6 late: must be 'none' or a mapping such as { per-day: 15%, basis: earned, cutoff: 7d }"),
                both(
                        "12.5%",
                        "0.125", "6 late.per-day: must be a percentage from 0% to 100%, such as 15%, but is '0.125'"),
                both(
                        "12.5%",
                        "101%", "6 late.per-day: must be a percentage from 0% to 100%, such as 15%, but is '101%'"),
                both("12.5%", "-5%", "6 late.per-day: must be a percentage from 0% to 100%, such as 15%, but is '-5%'"),
                both("earned-compound", "earnd", "6 late.basis: there is no basis 'earnd'; did you mean 'earned'?"),
                both(
                        "cutoff: 7d",
                        "cutoff: 7",
                        "6 late.cutoff: must be a duration with its unit, such as 250ms, 30s,"
                                + " 20m, 12h or 7d, but is '7'"),
                both("cutoff: 7d", "cut-off: 7d", "6 late.cut-off: unknown key; did you mean 'cutoff'?"),
                reader("grace: 20m", "grace: 7d", "6 late.grace: must be less than the cutoff"),
                both(
                        "compile: 40s",
                        "compile: 40 s",
                        "7 limits.compile: must be a duration with its unit, such as 250ms,"
                                + " 30s, 20m, 12h or 7d, but is '40 s'"),
                reader("compile: 40s", "compile: 0s", "7 limits.compile: must be more than 0s and at most 1h"),
                both(
                        "memory: 1GiB",
                        "memory: 1GB",
                        "7 limits.memory: must be a size with its unit, such as 256KiB, 512MiB"
                                + " or 2GiB, but is '1GB'"),
                reader("memory: 1GiB", "memory: 1MiB", "7 limits.memory: must be from 64 MiB to 65536 MiB"),
                reader(
                        "case-wall: 2m",
                        "case-wall: 1ms",
                        "7 limits: case-wall must not be less than case-cpu (250 ms)"),
                both(
                        "feedback: error",
                        "feedback: all",
                        "8 feedback: there is no feedback 'all'; there are count, verdict, error"),
                both("relative: 1.0e-6", "relative: -1", "9 tolerance.relative: must not be negative"),
                both(
                        "relative: 1.0e-6",
                        "relative: 1.5",
                        "9 tolerance.relative: must be at most 1, the golden's variance"),
                both(
                        "relative: 1.0e-6",
                        "relative: .nan",
                        "9 tolerance.relative: must be a finite number, but is '.nan'"),
                reader(
                        "{ relative: 1.0e-6 }",
                        "{ relative: 0, absolute: 0 }",
                        "9 tolerance: relative and absolute must not both be 0"),
                both(
                        "late: {",
                        "latte: {",
                        "6 latte: unknown key; did you mean 'late'?",
                        "1 the key 'late' is missing"));
    }

    static List<Wrong> parts() {
        return List.of(
                both("points: 0.5", "points: -0.5", "13 parts[0].points: must not be negative, but is -0.5"),
                both("points: 0.5", "points: half", "13 parts[0].points: must be a number, but is 'half'"),
                both("points: 0.5", "points: 1.0e+999999999", "13 parts[0].points: must be at most 1000000"),
                reader("points: 0.5", "points: 0.1234567", "13 parts[0].points: must have at most 6 decimals"),
                reader("id: average", "id: pool", "24 parts[1].id: the id 'pool' is taken by parts[0].id"),
                both(
                        "kernel: max_pool2d",
                        "kernel: maxpool2d",
                        "14 parts[0].kernel: there is no kernel 'maxpool2d'; did you mean 'max_pool2d'?"),
                both(
                        "    kernel: max_pool2d\n",
                        "",
                        "11 parts[0]: must have one of the keys kernel, agreement, speedup, training, answers, manual"),
                both(
                        "form: scalar",
                        "form: tensor",
                        "41 parts[2].form: there is no form 'tensor'; there are scalar, vector"),
                both(", cases-of: loss", "", "45 parts[3]: must have one of the keys cases, cases-of"),
                reader(
                        "cases-of: loss",
                        "cases-of: nothing",
                        "45 parts[3].cases-of: there is no part 'nothing' with a kernel and cases of its own"),
                reader(
                        "cases-of: loss",
                        "cases-of: pool",
                        "45 parts[3].cases-of: the part 'pool' is of another kernel, max_pool2d"),
                reader(
                        "cases-of: loss",
                        "cases-of: loss_vector",
                        "45 parts[3].cases-of: there is no part 'loss_vector' with a kernel and cases of its own"),
                both(
                        "agreement: [loss, loss_vector]",
                        "agreement: [loss]",
                        "46 parts[4].agreement: must be the ids of two different parts"),
                both(
                        "agreement: [loss, loss_vector]",
                        "agreement: [loss, loss]",
                        "46 parts[4].agreement: must be the ids of two different parts"),
                reader(
                        "agreement: [loss, loss_vector]",
                        "agreement: [loss, speedup]",
                        "46 parts[4].agreement: there is no part 'speedup' with a kernel"),
                reader(
                        "agreement: [loss, loss_vector]",
                        "agreement: [loss, pool]",
                        "46 parts[4].agreement: the two parts must have the same kernel and the same cases; use cases-of"),
                both("repeats: 9", "repeats: 0", "77 parts[8].speedup.repeats: must be from 1 to 1000, but is '0'"),
                both(
                        "at-least: 1.5",
                        "at-least: 0",
                        "78 parts[8].speedup.at-least: must be more than 0 and at most 1000"),
                reader(
                        "visibility: hidden, arguments: { input: { normal: [100] } }",
                        "visibility: public, arguments: { input: { normal: [100] } }",
                        "80 parts[8].speedup.cases[0].visibility: must be hidden: a speed-up is measured after the"
                                + " hidden cases, whose inputs the code could have kept, so nothing of it is shown"),
                both(
                        "at-least",
                        "atleast",
                        "78 parts[8].speedup.atleast: unknown key; did you mean 'at-least'?",
                        "76 parts[8].speedup: the key 'at-least' is missing"));
    }

    static List<Wrong> cases() {
        return List.of(
                reader(
                        "id: second",
                        "id: first",
                        "20 parts[0].cases[1].id: the id 'first' is taken by parts[0].cases[0].id"),
                both(
                        "visibility: public",
                        "visibility: open",
                        "17 parts[0].cases[0].visibility: there is no visibility 'open'; there are public, hidden"),
                reader(
                        "[zero_padding]",
                        "[zero_paddings]",
                        "19 parts[0].cases[0].misconceptions[0]: there is no"
                                + " misconception of max_pool2d 'zero_paddings'; did you mean 'zero_padding'?"),
                both(
                        "[zero_padding]",
                        "[zero_padding, zero_padding]",
                        "19 parts[0].cases[0].misconceptions[1]: stands here a second time"),
                both(
                        "kernel_size: 3, stride",
                        "kernelsize: 3, stride",
                        "18 parts[0].cases[0].arguments.kernelsize: unknown key; did you mean 'kernel_size'?",
                        "18 parts[0].cases[0].arguments: the key 'kernel_size' is missing"),
                both(
                        "stride: 2, padding: 1",
                        "stride: 2.5, padding: 1",
                        "18 parts[0].cases[0].arguments.stride: must be a whole number, but is '2.5'"),
                both(
                        "stride: 2, padding: 1",
                        "stride: 0, padding: 1",
                        "18 parts[0].cases[0].arguments.stride: must be at least 1, but is 0"),
                both(
                        "count_include_pad: false",
                        "count_include_pad: no",
                        "36 parts[1].cases[0].arguments.count_include_pad: must be true or false, but is 'no'"),
                both(
                        "eps: 1.0e-5",
                        "eps: small",
                        "65 parts[6].cases[0].arguments.eps: must be a number, but is 'small'"),
                both("eps: 1.0e-5", "eps: 0", "65 parts[6].cases[0].arguments.eps: must be more than 0"),
                both(
                        "input: { normal: [2, 3, 8, 9], mean: 1, std: 2, constant: [2] }",
                        "input: 3",
                        "18 parts[0].cases[0].arguments.input: must be a tensor, such as { normal: [2, 3, 32, 32] }"),
                both(
                        "normal: [2, 3, 8, 9]",
                        "gaussian: [2, 3, 8, 9]",
                        "18 parts[0].cases[0].arguments.input.gaussian: unknown key; there are normal,"
                                + " uniform, constant-channels, values, shape, mean, std, low, high, constant",
                        "18 parts[0].cases[0].arguments.input: must have one of the keys normal, uniform,"
                                + " constant-channels, values"),
                both(
                        "[2, 3, 8, 9]",
                        "[2, 3, 0, 9]",
                        "18 parts[0].cases[0].arguments.input.normal[2]: must be from 1 to 2147483647, but is '0'"),
                both(
                        "[2, 3, 8, 9]",
                        "[1, 1, 1, 1, 1, 1, 1, 1, 1]",
                        "18 parts[0].cases[0].arguments.input.normal: must have from 1 to 8 dimensions, but has 9"),
                reader(
                        "[2, 3, 8, 9]",
                        "[2, 3, 99999, 99999]",
                        "18 parts[0].cases[0].arguments.input.normal: is too"
                                + " large: a tensor may hold at most 16777216 numbers"),
                both("std: 2", "std: -2", "18 parts[0].cases[0].arguments.input.std: must not be negative"),
                reader(
                        "constant: [2]",
                        "constant: [3]",
                        "18 parts[0].cases[0].arguments.input.constant[0]: must be from 0 to 2, but is '3'"),
                both(
                        "constant: [2]",
                        "constant: [1, 1]",
                        "18 parts[0].cases[0].arguments.input.constant[1]: stands here a second time"),
                reader(
                        "shape: [1, 1, 2, 2]",
                        "shape: [1, 1, 2, 3]",
                        "22 parts[0].cases[1].arguments.input: the shape holds 6 numbers, but there are 4"),
                reader(
                        "3e1",
                        "3e39",
                        "22 parts[0].cases[1].arguments.input.values[2]: is too large for a float: '3e39'"),
                reader("low: -1.5", "low: 2.5", "43 parts[2].cases[0].arguments.logits: low must be less than high"),
                both(
                        "targets: [0, 2]",
                        "targets: 2",
                        "44 parts[2].cases[1].arguments.targets: must be a list of whole numbers or"
                                + " { classes: 2, below: 3 }"),
                reader(
                        "[1, 2, 4, 4]",
                        "[4]",
                        "32 parts[1].cases[0].arguments.input.constant-channels: must have channels,"
                                + " in dimension 1, but has one dimension"));
    }

    private static Wrong both(String from, String to, String... problems) {
        return new Wrong(BY_BOTH, from, to, String.join("\n", problems));
    }

    private static Wrong reader(String from, String to, String... problems) {
        return new Wrong(BY_THE_READER, from, to, String.join("\n", problems));
    }
}
