package org.example.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StudyTest {
    @Test
    void modelsOfSeveralArtifactsAreFoundAndRun() {
        assertEquals(80, Study.connectivity("aln", "rates_exc", 5000).length);
        assertEquals(80, Study.connectivity("montbrio-pazo-roxin", "r", 5000).length);
    }

    @Test
    void thisProjectIsOnThePathItIsMeantFor() {
        assertEquals(Boolean.getBoolean("named"), Study.class.getModule().isNamed());
    }
}
