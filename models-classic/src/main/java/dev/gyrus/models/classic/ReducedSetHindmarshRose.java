package dev.gyrus.models.classic;
/** x */
final class ReducedSetHindmarshRose {}
