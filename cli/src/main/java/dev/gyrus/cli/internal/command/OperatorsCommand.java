package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Catalogue;
import dev.gyrus.fitting.OperatorProvider;
import dev.gyrus.fitting.OperatorProvider.Role;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code gyrus operators}. */
@Command(name = "operators", description = "List the operators that genetic searches can be made of.")
final class OperatorsCommand implements Runnable {
    private final Provider<Catalogue<OperatorProvider>> operators;
    private final Terminal terminal;

    @Inject
    OperatorsCommand(Provider<Catalogue<OperatorProvider>> operators, Terminal terminal) {
        this.operators = operators;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        TextTable table = new TextTable();
        operators
                .get()
                .all()
                .forEach(operator ->
                        table.row(operator.name(), roles(operator), initial(operator), operator.description()));
        table.print(terminal.out());
        terminal.out().printf("%nas in  evolve: {algorithm: nsga2, operators: {crossover: {blend: 0.3}}}%n");
    }

    private static String roles(OperatorProvider operator) {
        return operator.roles().stream()
                .sorted()
                .map(Role::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String initial(OperatorProvider operator) {
        return operator.initial().isPresent() ? Numbers.text(operator.initial().getAsDouble()) : "";
    }
}
