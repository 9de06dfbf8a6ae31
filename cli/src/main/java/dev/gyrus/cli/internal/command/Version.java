package dev.gyrus.cli.internal.command;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code gyrus --version} says. */
final class Version implements IVersionProvider {

    /** The version of this build, from the module's descriptor; "unknown" on the class path. */
    static String current() {
        return Optional.ofNullable(Version.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"gyrus " + current()};
    }
}
