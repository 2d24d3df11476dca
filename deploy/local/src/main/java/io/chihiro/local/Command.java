package io.chihiro.local;

import java.io.IOException;
import java.util.List;

/// One word after `./chihiro`.
interface Command {
  /// Does it.
  ///
  /// @return the exit code
  /// @throws TroubleException with a sentence for the person at the terminal
  int run(Context context, List<String> arguments) throws IOException, InterruptedException;
}
