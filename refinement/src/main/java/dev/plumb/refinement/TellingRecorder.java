package dev.plumb.refinement;

import java.util.Optional;

/** A recorder of steps that are told word by word. */
abstract sealed class TellingRecorder implements Recorder permits FileRecorder, HandingRecorder {
    @Override
    public final RecordedStep step(ActionSite site) {
        return new Draft(this, site.action(), Optional.of(site.fileAndLine()));
    }

    @Override
    public final RecordedStep step(String action) {
        return new Draft(this, action, Optional.empty());
    }

    @Override
    public final StepScope begin(ActionSite site) {
        return new OpenScope(this, site.action(), Optional.of(site.fileAndLine()));
    }

    @Override
    public final RecordedStep current() {
        return OpenScope.of(this).<RecordedStep>map(open -> open).orElse(Silent.Step.STEP);
    }
}
