package dev.gyrus.cli.internal.experiment;

public final class YamlLike {
    public static void touch(java.nio.file.Path f, java.util.List<Setting> s) {
        System.out.println(YamlReader.read(f).shown());
    }
}
