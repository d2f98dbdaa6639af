package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.SpecSource;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.refinement.SpecAction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spec actions that Java methods name are actions of the spec, and each action of the spec has its method. */
class SpecActionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commit/twophase | TwoPhase | RM = {r1, r2}",
                "commit/recovery | TwoPhaseRecovery | RM = {r1, r2}",
                "commit/threephase | ThreePhase | N = 2 Left = {}",
                "consensus/paxos | Paxos | Value = {v} None = n Acceptor = {a} Learner = {l} BallotMax = 0",
                "consensus/raft | Raft | Server = {s} Client = {c} Nobody = n",
                "quorum/abd | AbdRegister | N = 1 Replica = {r} Writer = {1} Value = {v} Nothing = n",
                "quorum/store | QuorumStore | Home = {h} Spare = {s} Client = {c} R = 1 W = 1 Sloppy = FALSE Value = {v}"
            })
    void are_those_of_the_specification(String folder, String module, String constants) {
        assertThat(named("dev.plumb.protocols." + folder.replace('/', '.')))
                .isEqualTo(specified(Project.SPECS.resolve(folder), module, "CONSTANTS " + constants));
    }

    private static Set<String> named(String javaPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(javaPackage).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(SpecAction.class))
                        .flatMap(SpecActionsTest::names)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(JavaMethod method) {
        return Arrays.stream(method.getAnnotationOfType(SpecAction.class).value());
    }

    private static Set<String> specified(Path folder, String module, String constants) {
        SpecSource source = new SpecSource(
                folder.resolve(module + ".tla"), List.of(folder), "SPECIFICATION Spec\n" + constants + "\n");
        try (LoadedSpec spec = Kernel.load(source, TlcJar.find())) {
            return spec.actions().stream()
                    .map(ActionSignature::name)
                    .filter(name -> !name.equals("Next"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
