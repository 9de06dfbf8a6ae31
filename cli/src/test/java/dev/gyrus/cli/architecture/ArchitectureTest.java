package dev.gyrus.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.gyrus.cli.GyrusModule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the modules, and what all of them keep to. */
class ArchitectureTest {
    private static final String CLI = "dev.gyrus.cli";

    /** Modules that are run rather than used. */
    private static final Set<String> PROGRAMS = Set.of(CLI, "dev.gyrus.examples", "dev.gyrus.benchmarks");

    /** Which modules a library may use; programs may use all libraries. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            entry("dev.gyrus.core", Set.of()),
            entry("dev.gyrus.analysis", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.bold", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.fitting", Set.of("dev.gyrus.core", "dev.gyrus.analysis", "dev.gyrus.bold")),
            entry("dev.gyrus.spiking", Set.of("dev.gyrus.core", "dev.gyrus.analysis")),
            entry("dev.gyrus.dynamics", Set.of("dev.gyrus.core", "dev.gyrus.plot")),
            entry("dev.gyrus.templates", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.store", Set.of("dev.gyrus.core", "dev.gyrus.fitting")),
            entry("dev.gyrus.stimulus", Set.of("dev.gyrus.core")),
            entry(
                    "dev.gyrus.studies",
                    Set.of(
                            "dev.gyrus.core",
                            "dev.gyrus.analysis",
                            "dev.gyrus.fitting",
                            "dev.gyrus.io",
                            "dev.gyrus.models.aln",
                            "dev.gyrus.plot",
                            "dev.gyrus.spiking",
                            "dev.gyrus.stimulus")),
            entry("dev.gyrus.models.aln", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.models.classic", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.models.thalamus", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.testkit", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.plot", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.io", Set.of("dev.gyrus.core")),
            entry("dev.gyrus.datasets", Set.of("dev.gyrus.core", "dev.gyrus.io")));

    private static final List<GyrusModules.Compiled> MODULES = GyrusModules.all();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream().map(GyrusModules.Compiled::classes).toList());

    static Stream<GyrusModules.Compiled> modules() {
        return MODULES.stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesUseOnlyWhatTheArrowsAllow(GyrusModules.Compiled module) {
        Set<String> used = module.descriptor().requires().stream()
                .map(java.lang.module.ModuleDescriptor.Requires::name)
                .filter(name -> name.startsWith("dev.gyrus."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).as("nothing depends on the program").doesNotContain(CLI);
        if (!PROGRAMS.contains(module.name())) {
            assertThat(ARROWS).as("modules that may be used, in this test").containsKey(module.name());
            assertThat(ARROWS.get(module.name())).containsAll(used);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packagesStartWithTheNameOfTheirModule(GyrusModules.Compiled module) {
        JavaClasses own = new ClassFileImporter().importPath(module.classes());
        classes().should().resideInAPackage(module.name() + "..").check(own);
    }

    @Test
    void onlyProgramsSpeakToTheTerminal() {
        String[] programs = PROGRAMS.stream().map(name -> name + "..").toArray(String[]::new);
        JavaClasses libraries = CLASSES.that(DescribedPredicate.not(resideInAnyPackage(programs)));
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(libraries);
        noClasses().should().callMethod(System.class, "exit", int.class).check(libraries);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(libraries);
    }

    @Test
    void nothingIsRandomButBySeed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }

    @Test
    void internalPackagesHaveNoCycles() {
        slices().matching("dev.gyrus.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES.that(DescribedPredicate.describe(
                        "internal", type -> type.getPackageName().contains(".internal"))));
    }

    @Test
    void exportedPackagesNameOnlyTypesOfJavaAndGyrus() {
        Set<String> exported = MODULES.stream()
                .flatMap(module -> module.descriptor().exports().stream())
                .filter(export -> !export.isQualified())
                .map(java.lang.module.ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        classes()
                .that()
                .resideInAnyPackage(exported.toArray(String[]::new))
                .and()
                .arePublic()
                .and()
                .doNotBelongToAnyOf(GyrusModule.class) // is a Guice module: that is its purpose
                .should(nameOnlyTypesOfJavaAndGyrus())
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> nameOnlyTypesOfJavaAndGyrus() {
        return new ArchCondition<>("name only types of Java and Gyrus in public") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<JavaClass> parents =
                        Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
                parents.forEach(parent -> check(type, type.getName(), parent, events));
                for (JavaMember member : type.getMembers()) {
                    if (member.getModifiers().contains(JavaModifier.PUBLIC)
                            || member.getModifiers().contains(JavaModifier.PROTECTED)) {
                        named(member).forEach(name -> check(type, member.getFullName(), name, events));
                    }
                }
            }

            private Stream<JavaClass> named(JavaMember member) {
                if (member instanceof JavaField field) {
                    return field.getType().getAllInvolvedRawTypes().stream();
                }
                JavaCodeUnit unit = (JavaCodeUnit) member;
                return Stream.of(
                                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                                unit.getParameterTypes().stream()
                                        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()),
                                unit.getExceptionTypes().stream())
                        .flatMap(types -> types);
            }

            private void check(JavaClass type, String where, JavaClass named, ConditionEvents events) {
                JavaClass base = named.getBaseComponentType();
                if (!base.isPrimitive() && !base.getName().matches("(java|dev\\.gyrus)\\..*")) {
                    events.add(SimpleConditionEvent.violated(type, where + " names " + base.getName()));
                }
            }
        };
    }
}
