package dev.gyrus.cli.internal.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program without a command, and the options that all commands share. */
@Command(
        name = "gyrus",
        description = "Models of brain dynamics: simulate, record, compare.",
        footer = "Status: 0 done, 1 the run failed, 2 bad input, 130 interrupted.",
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            ExploreCommand.class,
            EvolveCommand.class,
            BifurcationCommand.class,
            PlotInputCommand.class,
            ModelsCommand.class,
            DatasetsCommand.class,
            MetricsCommand.class,
            OperatorsCommand.class,
            TablesCommand.class,
            TemplateCommand.class,
            CompareCommand.class,
            ExplainCommand.class,
            ReproduceCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class Gyrus {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Also use the plugin jars in this folder.")
    Path plugins;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error came from.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;
}
