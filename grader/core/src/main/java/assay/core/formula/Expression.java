package assay.core.formula;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A formula as a tree. A value is empty where a name is missing, shapes do not fit, or the result is not finite. */
sealed interface Expression {
    Optional<Numbers> value(Map<String, Numbers> names);

    /** The names in it, some perhaps twice. */
    Stream<String> names();

    record Constant(double number) implements Expression {
        @Override
        public Optional<Numbers> value(Map<String, Numbers> names) {
            return Optional.of(Numbers.of(number));
        }

        @Override
        public Stream<String> names() {
            return Stream.empty();
        }
    }

    record Name(String name) implements Expression {
        public Name {
            requireNonNull(name, "name is null");
        }

        @Override
        public Optional<Numbers> value(Map<String, Numbers> names) {
            return Optional.ofNullable(names.get(name));
        }

        @Override
        public Stream<String> names() {
            return Stream.of(name);
        }
    }

    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            requireNonNull(function, "function is null");
            arguments = List.copyOf(arguments);
        }

        @Override
        public Optional<Numbers> value(Map<String, Numbers> names) {
            List<Numbers> values = arguments.stream()
                    .flatMap(argument -> argument.value(names).stream())
                    .toList();
            return values.size() == arguments.size()
                    ? function.apply(values).filter(Numbers::finite)
                    : Optional.empty();
        }

        @Override
        public Stream<String> names() {
            return arguments.stream().flatMap(Expression::names);
        }
    }
}
