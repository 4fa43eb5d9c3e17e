package assay.core.desk;

import static java.util.Objects.requireNonNull;

import assay.core.assignment.AnswerSpec;
import assay.core.assignment.AnswerValue;
import assay.core.assignment.Part.AnswersPart;
import java.util.Map;

/**
 * What a student's {@code answers.yaml} says.
 *
 * @param answers by place, e.g. {@code alexnet.conv1_parameters}
 * @param remarks about what nobody asked for, by part
 * @param otherwise what stands for an answer that has no place
 */
record AnswerSheet(Map<String, Answer> answers, Map<String, String> remarks, Answer otherwise) {
    AnswerSheet {
        answers = Map.copyOf(answers);
        remarks = Map.copyOf(remarks);
        requireNonNull(otherwise, "otherwise is null");
    }

    /** What stands for one row. */
    sealed interface Answer {
        record Given(AnswerValue value) implements Answer {
            public Given {
                requireNonNull(value, "value is null");
            }
        }

        record Missing(String why) implements Answer {
            public Missing {
                requireNonNull(why, "why is null");
            }
        }

        /** It is not of the form that was asked for. */
        record Unreadable(String why) implements Answer {
            public Unreadable {
                requireNonNull(why, "why is null");
            }
        }

        /** The file as a whole cannot be read. */
        record Spoilt(String why) implements Answer {
            public Spoilt {
                requireNonNull(why, "why is null");
            }
        }
    }

    static AnswerSheet without(Answer otherwise) {
        return new AnswerSheet(Map.of(), Map.of(), otherwise);
    }

    static String place(AnswersPart part, AnswerSpec row) {
        return part.id() + "." + row.id();
    }

    Answer answer(AnswersPart part, AnswerSpec row) {
        return answers.getOrDefault(place(part, row), otherwise);
    }

    /** What should be said of the part as a whole; empty where there is nothing. */
    String remark(AnswersPart part) {
        return remarks.getOrDefault(part.id(), "");
    }
}
