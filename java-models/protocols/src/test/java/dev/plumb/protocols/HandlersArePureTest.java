package dev.plumb.protocols;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.HashTreePBag;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.OrderedPMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PSet;

/** The same inputs give the same steps, in every runner: all but the classes that start clusters is held to it. */
@AnalyzeClasses(packages = "dev.plumb.protocols", importOptions = ImportOption.DoNotIncludeTests.class)
class HandlersArePureTest {
    private static final DescribedPredicate<JavaClass> HANDLERS = doNot(simpleNameEndingWith("Cluster"));

    private static final List<String> BY_HASH = List.of(
            "Map.of",
            "Map.ofEntries",
            "Map.copyOf",
            "Set.of",
            "Set.copyOf",
            "Collectors.toSet",
            "Collectors.toUnmodifiableSet",
            "Collectors.toUnmodifiableMap");

    @ArchTest
    static final ArchRule no_clock_no_thread_no_input_and_no_output = noClasses()
            .that(HANDLERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.time..", "java.util.concurrent..", "java.io..", "java.nio..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Process.class, ProcessBuilder.class);

    @ArchTest
    static final ArchRule no_randomness = noClasses()
            .that(HANDLERS)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "identityHashCode", Object.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule no_order_by_hash = noClasses()
            .that(HANDLERS)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    HashMap.class,
                    HashSet.class,
                    HashTreePMap.class,
                    HashTreePSet.class,
                    HashTreePBag.class,
                    OrderedPMap.class,
                    OrderedPSet.class)
            .orShould()
            .callMethodWhere(describe("makes a map or set in the order of hashes", HandlersArePureTest::ordersByHash));

    @ParameterizedTest
    @ValueSource(classes = {AsksTheClock.class, ThrowsDice.class, OrdersByHash.class, PersistsByHash.class})
    void a_handler_that_is_not_pure_is_found(Class<?> handler) {
        JavaClasses classes = new ClassFileImporter().importClasses(handler);

        assertThat(Stream.of(no_clock_no_thread_no_input_and_no_output, no_randomness, no_order_by_hash)
                        .filter(rule -> rule.evaluate(classes).hasViolation()))
                .hasSize(1);
    }

    record AsksTheClock() {
        Instant now() {
            return Instant.now();
        }
    }

    record ThrowsDice() {
        double dice() {
            return Math.random();
        }
    }

    record OrdersByHash() {
        Set<String> names() {
            return Set.of("r1", "r2");
        }
    }

    record PersistsByHash() {
        PSet<String> names() {
            return HashTreePSet.<String>empty().plus("r1");
        }
    }

    private static boolean ordersByHash(JavaMethodCall call) {
        String owner = call.getTargetOwner().getSimpleName();
        return BY_HASH.contains(owner + "." + call.getName());
    }
}
