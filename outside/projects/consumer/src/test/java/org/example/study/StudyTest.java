package org.example.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StudyTest {
    @Test
    void modelsOfSeveralArtifactsAreFoundAndRun() {
        assertEquals(80, Study.connectivity("aln", 5000).length);
        assertEquals(80, Study.connectivity("fhn", 5000).length);
    }

    @Test
    void thisProjectIsOnThePathItIsMeantFor() {
        assertEquals(Boolean.getBoolean("named"), Study.class.getModule().isNamed());
    }
}
