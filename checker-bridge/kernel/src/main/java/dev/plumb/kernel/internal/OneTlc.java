package dev.plumb.kernel.internal;

import dev.plumb.kernel.TlcWorker;
import dev.plumb.kernel.api.Counts;
import dev.plumb.kernel.api.TlcRunner;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.tool.ModelChecker;
import util.FileUtil;
import util.SimpleFilenameToStream;

/** Does what {@code tlc2.TLC.main} does, but for ending the JVM. */
public final class OneTlc implements TlcRunner {
    private static final int USAGE = 1;

    @Override
    public int run(String... arguments) {
        TLC tlc = new TLC();
        if (!tlc.handleParameters(arguments)) {
            return USAGE;
        }
        if (Boolean.getBoolean(TlcWorker.ONLY_ACTIONS)) {
            ActionCounts.instead();
        }
        tlc.setResolver(new Files(FileUtil.parseDirname(tlc.getMainFile())));
        try {
            return EC.ExitStatus.errorConstantToExitStatus(tlc.process());
        } finally {
            forgetBeans();
        }
    }

    /** TLC asks for classes, too, which it would load beside this TLC instead of into it. */
    private static final class Files extends SimpleFilenameToStream {
        Files(String folder) {
            super(folder);
        }

        @Override
        public @Nullable File resolve(String name, boolean isModule) {
            return name.endsWith(".class") ? null : super.resolve(name, isModule);
        }
    }

    /** TLC's counters are not made to be read before it has started its workers, nor when it has closed its files. */
    @Override
    public Optional<Counts> counts() {
        try {
            return TLCGlobals.mainChecker instanceof ModelChecker checker ? counts(checker) : Optional.empty();
        } catch (RuntimeException tooEarlyOrTooLate) {
            return Optional.empty();
        }
    }

    private static Optional<Counts> counts(ModelChecker checker) {
        int depth = checker.getProgress();
        return depth < 0
                ? Optional.empty()
                : Optional.of(new Counts(
                        checker.getStatesGenerated(),
                        checker.getDistinctStatesGenerated(),
                        checker.getStateQueueSize(),
                        depth));
    }

    @Override
    public void stop() {
        if (TLCGlobals.simulator != null) {
            TLCGlobals.simulator.stop();
        } else if (TLCGlobals.mainChecker instanceof ModelChecker checker) {
            checker.stop();
        }
    }

    /** TLC waits for its workers to pause; if the last of them has just told so, it waits until it is told again. */
    @Override
    public void save() {
        if (TLCGlobals.mainChecker instanceof ModelChecker checker) {
            TLCGlobals.forceChkpt();
            synchronized (checker) {
                checker.notifyAll();
            }
            checker.theStateQueue.resumeAllStuck();
        }
    }

    /** A run that ends early leaves some, and the next one could not register its own under the same names. */
    private static void forgetBeans() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            for (ObjectName bean : server.queryNames(new ObjectName("tlc2*:*"), null)) {
                server.unregisterMBean(bean);
            }
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
