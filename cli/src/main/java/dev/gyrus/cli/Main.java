package dev.gyrus.cli;

/** The {@code gyrus} program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {}
}
