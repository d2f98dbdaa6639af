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
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
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
            .belongToAnyOf(
                    Thread.class,
                    Process.class,
                    ProcessBuilder.class,
                    Runtime.class,
                    Date.class,
                    Calendar.class,
                    Timer.class,
                    TimerTask.class)
            .orShould()
            .callMethodWhere(describe("asks its JVM", HandlersArePureTest::asksTheJvm))
            .orShould()
            .callMethodWhere(describe("is done by several threads", HandlersArePureTest::isParallel));

    @ArchTest
    static final ArchRule no_randomness = noClasses()
            .that(HANDLERS)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "identityHashCode", Object.class)
            .orShould()
            .callMethod(Object.class, "hashCode")
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
    @ValueSource(
            classes = {
                AsksTheClock.class,
                AsksTheOldClock.class,
                AsksTheJvm.class,
                IsParallel.class,
                ThrowsDice.class,
                ThrowsOtherDice.class,
                OrdersByHash.class,
                GroupsByHash.class,
                PersistsByHash.class
            })
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

    record AsksTheOldClock() {
        Date now() {
            return new Date();
        }
    }

    record AsksTheJvm() {
        String home() {
            return System.getProperty("user.home");
        }
    }

    record IsParallel() {
        long many(List<String> names) {
            return names.parallelStream().count();
        }
    }

    record ThrowsOtherDice() {
        int dice() {
            return new SplittableRandom().nextInt();
        }
    }

    record GroupsByHash() {
        Map<Integer, List<String>> byLength(List<String> names) {
            return names.stream().collect(Collectors.groupingBy(String::length));
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
        return BY_HASH.contains(name(call)) || isWithoutFactory(call);
    }

    /** Collectors that are not told what map to make take one that is ordered by hashes. */
    private static boolean isWithoutFactory(JavaMethodCall call) {
        int parameters = call.getTarget().getRawParameterTypes().size();
        return switch (name(call)) {
            case "Collectors.groupingBy" -> parameters < 3;
            case "Collectors.toMap" -> parameters < 4;
            default -> false;
        };
    }

    private static boolean asksTheJvm(JavaMethodCall call) {
        return List.of("System.getenv", "System.getProperty", "System.getProperties")
                .contains(name(call));
    }

    private static boolean isParallel(JavaMethodCall call) {
        return List.of("parallelStream", "parallel").contains(call.getName());
    }

    private static String name(JavaMethodCall call) {
        return call.getTargetOwner().getSimpleName() + "." + call.getName();
    }
}
