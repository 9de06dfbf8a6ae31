package dev.gyrus.cli.internal.command;

import dev.gyrus.cli.internal.run.Report;
import picocli.CommandLine.IVersionProvider;

/** What {@code gyrus --version} says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"gyrus " + Report.version()};
    }
}
