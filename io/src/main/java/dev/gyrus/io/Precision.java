package dev.gyrus.io;

/** How many bits a stored number gets. */
public enum Precision {
    /** 32 bits: about seven digits. */
    SINGLE,
    /** 64 bits: what was computed, exactly. */
    DOUBLE
}
