package dev.brisk.processor.diagnostic;

import static dev.brisk.processor.diagnostic.Severity.ERROR;
import static dev.brisk.processor.diagnostic.Severity.WARNING;

import java.util.Locale;

/**
 * Every problem that Brisk reports. The id in the message is the constant's name in words, {@code
 * UNSUPPORTED_STATEMENT} as {@code unsupported-statement}; it is stable, and {@code
 * docs/problems/<id>.md} explains it.
 *
 * <p>A form has three sentences: what is wrong; why, with the numbers; what to write instead. The
 * last full stop is not part of it.
 */
public enum Problem {
  // The form of a model.

  UNTRAINABLE_CLASS(ERROR, "%s cannot be trained. %s. %s"),

  MISSING_TRAINABLE(
      ERROR,
      "@%1$s has no effect here. Brisk compiles classes annotated with @Trainable alone, and `%2$s`"
          + " is not. Write @Trainable on `%2$s`, or remove @%1$s"),

  MISSING_OPTIMIZER(
      ERROR,
      "the model `%s` has no @Optimizer. The trainer must know by which rule a gradient changes the"
          + " parameters. Write for example @Optimizer(value = Algorithm.SGD, learningRate = 0.01)"),

  MISSING_LOSS(
      ERROR,
      "the model `%s` has no @Loss. Training makes one number of each example small, which a method"
          + " must compute. Annotate it, `@Loss double loss(double[] features, double target)`"),

  SEVERAL_LOSSES(
      ERROR,
      "`%s` is a second @Loss, beside `%s`. Training makes one number small, so a model has one."
          + " Return the sum of the two from one method, or make this one a @Metric"),

  SEVERAL_GRADIENTS(
      ERROR,
      "`%s` is a second @Gradient, beside `%s`. A model has one loss, and one gradient of it. Remove"
          + " one of the two"),

  GRADIENT_SIGNATURE_DIFFERS(
      ERROR,
      "the @Gradient method `%s` takes (%s) and returns %s. It takes the arguments of the @Loss, then"
          + " one array for each @Parameter in the order of the fields, adds the derivatives to them"
          + " and returns the loss. Write `%s`"),

  MISSING_PARAMETER(
      ERROR,
      "the model `%s` has no @Parameter. Training changes parameters, and there is none to change."
          + " Annotate the fields to learn, `@Parameter(shape = 3) double[] weights`"),

  UNSUPPORTED_PARAMETER_TYPE(
      ERROR,
      "the parameter `%s` is of type %s. Training moves numbers by small fractions, so a parameter"
          + " is a double, a float, or an array of them of one or two dimensions. Write %s"),

  MIXED_PRECISION(
      ERROR,
      "the parameter `%s` is of type %s, but `%s` is of type %s. The gradient of a model is one"
          + " array of one type, double or float. Write `%s`"),

  PRIVATE_PARAMETER(
      ERROR,
      "the parameter `%s` is private. The trainer is a class of its own in the same package and"
          + " reads and writes the field. Remove `private`"),

  STATIC_PARAMETER(
      ERROR,
      "the parameter `%s` is static. Two models of the class would share its value, and training"
          + " one would change the other. Remove `static`"),

  FINAL_PARAMETER(ERROR, "the parameter `%s` is final. The trainer %s. %s"),

  SHAPE_ON_SCALAR(
      ERROR,
      "`%s` is of type %s and has a shape. A shape gives the extents of an array, and a single"
          + " number has none. Remove the shape, or write `%s`"),

  SHAPE_WITHOUT_EXTENT(
      ERROR,
      "the shape of `%s` is empty. A shape gives the length of each dimension, at least of one."
          + " Write the length, or remove the shape where it may differ"),

  SHAPE_EXTENT_NOT_POSITIVE(
      ERROR,
      "the shape of `%s` has an extent of %s. The extents multiply to the number of elements, so"
          + " each is at least 1. Write the length of each dimension, outermost first"),

  SHAPE_RANK_DIFFERS(
      ERROR,
      "`%s` is of type %s and its shape has %s. Each dimension of the array has an extent of its"
          + " own, and there are %s. Write the extents of rows and columns, shape = {rows, columns}"),

  SHAPE_MISMATCH(
      ERROR,
      "`%s` has length %s, and `%s` needs one of length %s here. %s. Pass an array of length %4$s, or"
          + " change the shape of `%6$s`"),

  SHAPE_TOO_LARGE(
      ERROR,
      "the shape of `%s` has too many elements. A Java array holds %3$s at the most, and %2$s is"
          + " more. Write a smaller shape"),

  TOO_MANY_PARAMETERS(
      ERROR,
      "with `%s` the model has %s parameters. Their gradient is one array, which holds %4$s numbers"
          + " at the most, and %3$s are taken by the fields before it. Write smaller shapes"),

  INIT_WITHOUT_SHAPE(
      ERROR,
      "`%s` has an init but no shape. Without a shape the model allocates the array itself, and an"
          + " array that is there keeps its values. Write the shape, or remove the init"),

  SPARSE_WITHOUT_ROWS(
      ERROR,
      "`%s` is @Sparse and %s. An update goes through the rows of a sparse parameter that its"
          + " examples touch, so it needs rows, and methods in which Brisk sees them touched. %s"),

  SPARSE_WITHOUT_EFFECT(
      WARNING,
      "`%s` is @Sparse and is updated as a whole. Only rows that the data of an example chooses are"
          + " updated by themselves, and here a loop counts through the rows. Remove @Sparse"),

  SPARSE_NOT_LAZY(
      ERROR,
      "`%s` is @Sparse under %s. An update goes through the rows of a sparse parameter that its"
          + " examples touch, and this algorithm has to see all rows at each update. Remove @Sparse,"
          + " or choose an algorithm that can leave rows alone, such as ADAM"),

  UNSUPPORTED_SIGNATURE(ERROR, "the %s method `%s` is %s. %s. %s"),

  UNSUPPORTED_RESULT_TYPE(ERROR, "the %s method `%s` returns %s. %s. %s"),

  UNSUPPORTED_ARGUMENT_TYPE(
      ERROR,
      "the argument `%s` is of type %s. Each argument is a column of the examples: an int, a"
          + " long, a double, a float, a boolean, an array of one or two dimensions of them, or a"
          + " record. Write %s"),

  RECORD_NOT_ACCESSIBLE(
      ERROR,
      "the argument `%s` is a record %s that the trainer cannot see. The trainer is a class of its"
          + " own in the package of the model, from where `%s` is hidden. %s"),

  SHAPE_ON_COMPONENT(
      ERROR,
      "the component `%s` of `%s` has a @Shape. The shape of an argument is checked where a column of"
          + " examples is made, and an array in a record comes with the record. Remove it, check the"
          + " length in the record's constructor, or pass the array as an argument of its own"),

  METRIC_ARGUMENTS_DIFFER(ERROR, "%s. %s. %s"),

  METRIC_NAME_TAKEN(
      ERROR,
      "a @Metric cannot be named `%s`. The trainer has a method `%1$s` of its own and would have"
          + " the metric beside it. Choose another name"),

  PREDICT_ARGUMENTS_DIFFER(ERROR, "%s. %s. %s"),

  PREDICT_NAME_TAKEN(ERROR, "a @Predict method cannot be named `%s`. %s. Choose another name"),

  TRAINER_NAME_TAKEN(
      ERROR,
      "the class `%s` exists already. It is the name of a class that Brisk writes for this model."
          + " Rename the class or the model"),

  // The configuration of its training.

  ATTRIBUTE_NOT_READ(ERROR, "`%s` has no effect on %s. %s. %s"),

  LEARNING_RATE_NOT_POSITIVE(
      ERROR,
      "the learning rate is %s. It is the factor of every update, so it is finite and above 0 for"
          + " the loss to fall. Write learningRate = %s, the default of %s, and tune it from there"),

  MOMENTUM_OUT_OF_RANGE(
      ERROR,
      "the momentum is %s. It is the share of the last direction that is kept, and from 1 on"
          + " updates never die away: it is in [0, 1). Write %s"),

  DAMPENING_OUT_OF_RANGE(
      ERROR,
      "the dampening is %s. It is the share of the gradient that momentum leaves out, in [0, 1]. %s"),

  BETA_OUT_OF_RANGE(
      ERROR,
      "%s is %s. It is the share that a running mean keeps of its past, in [0, 1); at 1 it would"
          + " learn nothing new. Write %1$s = %3$s, the default"),

  EPSILON_NEGATIVE(
      ERROR,
      "epsilon is %s. It is added to a denominator to keep it from 0, so it is finite and at"
          + " least 0. Write epsilon = %s, the default"),

  EPSILON_ZERO(
      WARNING,
      "epsilon is %s, which keeps no denominator from 0. A parameter whose gradient has been 0 so far"
          + " is divided 0 by 0, and is NaN from then on. Write epsilon = %s, the default"),

  WEIGHT_DECAY_NEGATIVE(
      ERROR,
      "the weight decay is %s. It pulls the parameters towards 0, so it is finite and at least 0; a"
          + " negative one would drive them apart. %s"),

  WEIGHT_DECAY_COUPLED(
      WARNING,
      "the weight decay is added to the gradient under ADAM. The sum is divided by the size of past"
          + " gradients, so that where these are large a parameter hardly decays. Write value ="
          + " Algorithm.ADAMW, which decays all parameters alike, or remove weightDecay"),

  WEIGHT_DECAY_OVERSHOOTS(
      ERROR,
      "the weight decay takes %s of each parameter at every update. It is decoupled, the learning"
          + " rate of %s times %s, and from 1 on nothing is left of the parameter or its sign turns."
          + " Write for example weightDecay = %s, which takes %s at every update"),

  WEIGHT_DECAY_STRONG(
      WARNING,
      "the weight decay takes %s of each parameter at every update. It is decoupled, the learning"
          + " rate of %s times %s, and after %6$s a tenth of the parameter is left. Write for example"
          + " weightDecay = %4$s, which takes %5$s at every update"),

  LION_RATE_HIGH(
      WARNING,
      "the learning rate of LION is %s. Each of its steps is as large as the rate, where most of"
          + " Adam's are smaller, so a good one is 3 to 10 times below Adam's. Write for example"
          + " learningRate = %s"),

  SMALL_BATCHES(
      WARNING,
      "%s is trained on batches of %s. It scales each step to the norms of a whole parameter and its"
          + " gradient, which in a small batch are mostly noise. Write a batchSize of at least %s, or"
          + " choose %s"),

  RPROP_ON_MINIBATCHES(
      WARNING,
      "RPROP is trained on %s batches in an epoch. It grows a step while the sign of the gradient"
          + " stays and shrinks it where it turns, and from one batch to the next it turns by chance."
          + " Write batchSize = %s, all examples, or choose RMSPROP, which is made for batches"),

  ETA_OUT_OF_RANGE(
      ERROR,
      "%s is %s. A step of RPROP is multiplied by it where the sign of the gradient %s, so it is %s."
          + " Write %1$s = %5$s, the default"),

  STEP_RANGE_EMPTY(
      ERROR,
      "stepMin is %s and stepMax is %s. A step of RPROP stays between the two, which are finite,"
          + " positive and in this order. Write stepMin = %s, stepMax = %s"),

  SETTING_NEGATIVE(
      ERROR, "%s is %s. It %s, so it is finite and at least 0. Write %1$s = %4$s, the default"),

  RATE_FACTOR_NEGATIVE(
      ERROR,
      "the learning rate factor of `%s` is %s. The rate of this parameter is the learning rate times"
          + " the factor, so it is finite and at least 0. Write for example learningRateFactor = 0.1"),

  NOTHING_TRAINED(
      ERROR,
      "all parameters of the model are frozen. An update leaves such a parameter as it is, and here"
          + " it would leave everything. Remove `frozen` from those that are to be learnt"),

  NESTEROV_WITHOUT_MOMENTUM(
      ERROR,
      "nesterov is set and the momentum is 0. Nesterov's form looks ahead along the momentum, and"
          + " there is none. Write momentum = 0.9 beside it, or remove nesterov"),

  NESTEROV_WITH_DAMPENING(
      ERROR,
      "nesterov is set and the dampening is %s. Nesterov's look-ahead counts the whole gradient,"
          + " which dampening shortens. Remove one of the two"),

  LENGTH_NOT_POSITIVE(ERROR, "%s of @%s is %s. It counts %s, of which there is at least 1. %s"),

  STEP_SIZE_MISSING(
      ERROR,
      "a STEP schedule has no stepSize. The rate is cut every stepSize steps, so one is needed."
          + " Write %s"),

  GAMMA_MISSING(
      ERROR,
      "an EXPONENTIAL schedule has no gamma. The rate is multiplied by it at every step, and no"
          + " value suits every length of a run. Write for example gamma = 0.999, which halves"
          + " the rate every 693 steps"),

  SCHEDULE_ATTRIBUTE_MISSING(ERROR, "this %s schedule has no %s. %s. Write %s"),

  GAMMA_OUT_OF_RANGE(ERROR, "gamma is %s. %s. Write %s"),

  GAMMA_ABOVE_ONE(
      WARNING,
      "gamma is %s. The rate is multiplied by it %s, so it grows without end. Write gamma = %s if"
          + " the rate is to be divided by it"),

  MINIMUM_RATE_NEGATIVE(
      ERROR,
      "minLearningRate is %s. A rate below 0, or one that is not finite, would end the run by"
          + " climbing the loss. Write 0, or a small rate above it"),

  MINIMUM_RATE_ABOVE_PEAK(
      ERROR,
      "minLearningRate is %s, above the learning rate of %s. The schedule falls from the learning"
          + " rate to the minimum, so it would rise here. Write a minimum below %2$s"),

  MINIMUM_RATE_EQUALS_PEAK(
      WARNING,
      "minLearningRate is %s, the learning rate itself. The schedule falls from the learning rate to"
          + " the minimum, so it does nothing. Write a lower minimum, or remove the schedule"),

  MAXIMUM_RATE_NOT_ABOVE_BASE(
      ERROR,
      "maxLearningRate is %s and the learning rate %s. A CYCLIC schedule rises from the learning"
          + " rate to it, so it is finite and the higher of the two. Write a higher"
          + " maxLearningRate, or a lower learningRate"),

  MILESTONES_NOT_INCREASING(
      ERROR,
      "the milestones are %s. The rate is cut at each of them, so the first is at least 1 and each"
          + " other is later than the one before. Write milestones = {%s}"),

  MILESTONE_BEYOND_RUN(
      WARNING, "the milestone %s is never reached. %s. Write one that is earlier, or remove it"),

  LINE_FACTOR_OUT_OF_RANGE(
      ERROR, "%s is %s. A LINEAR schedule %s this share of the learning rate, %s. Write %s"),

  POWER_NOT_POSITIVE(
      ERROR,
      "the power is %s. A POLYNOMIAL schedule falls with this power of what is left of it, so it is"
          + " finite and above 0. Write power = 1 for a straight line, or 2 to slow down at the end"),

  PCT_START_OUT_OF_RANGE(ERROR, "pctStart is %s. %s. Write %s"),

  DIVISOR_OUT_OF_RANGE(ERROR, "%s is %s. %s. Write %1$s = %4$s, the default"),

  PEAK_MISSED(
      WARNING,
      "the highest rate is %s, %s %% below the learning rate of %s. The rise ends at step %s of the"
          + " schedule, between two steps, as pctStart * steps is not whole. Write pctStart = %s"),

  CYCLE_WITHOUT_MOMENTUM(ERROR, "cycleMomentum is set and %s. %s. %s"),

  MOMENTUM_OVERRIDDEN(
      WARNING,
      "no update uses the %s of %s. With cycleMomentum it runs %s, beginning with the first"
          + " update. %s"),

  FACTOR_OUT_OF_RANGE(
      ERROR,
      "factor is %s. A PLATEAU cuts the rate by multiplying it with the factor, which is in (0, 1)."
          + " Write factor = %s"),

  THRESHOLD_NEGATIVE(
      ERROR,
      "the threshold is %s. A value is better if it is so by more than the threshold, which is finite"
          + " and at least 0. Write threshold = 0.0001, the default"),

  COUNT_NEGATIVE(
      ERROR,
      "%s is %s. It counts observations, so it is at least 0. Write %1$s = %3$s, the default"),

  MONITOR_UNKNOWN(
      ERROR,
      "`%s` is not a @Metric of the model. A PLATEAU watches the loss, or a metric that it names; %s."
          + " %s"),

  DIRECTION_UNSTATED(
      ERROR,
      "nothing says whether `%s` is better higher or lower. A PLATEAU cuts the rate when it no longer"
          + " becomes better. Write @Metric(better = Better.HIGHER) or @Metric(better ="
          + " Better.LOWER) on it"),

  PLATEAU_BESIDE_SCHEDULE(
      ERROR,
      "a PLATEAU stands beside another schedule. It decides the rate after the warm-up by what is"
          + " observed, the other one by the step. Remove one of the two"),

  INTERVALS_DIFFER(
      ERROR,
      "this schedule counts %s and the first one %s. Schedules run one after the other by one clock."
          + " Write interval = Interval.%s here too, with lengths in it"),

  EPOCHS_BEYOND_RUN(
      ERROR,
      "%s is %s, and the run has %s. With interval = EPOCH the schedule counts epochs, and the run is"
          + " over before. Write a number of epochs, or remove the interval to count steps"),

  STEPS_LOOK_LIKE_EPOCHS(
      WARNING,
      "%s is %s, which is less than an epoch. The schedule counts steps; an epoch has %s of them and"
          + " the run %s. Write interval = Interval.EPOCH if epochs are meant"),

  START_FACTOR_OUT_OF_RANGE(
      ERROR,
      "startFactor is %s. A warm-up rises from this share of the learning rate to the whole of"
          + " it, so it is in [0, 1). Write %s"),

  RAMP_WITHOUT_START_FACTOR(
      ERROR,
      "the ramp of the warm-up is %s and its startFactor is 0. %s. Write startFactor = 0.1 beside it"),

  WARMUP_LONGER_THAN_RUN(ERROR, "the warm-up of %s is not shorter than the run. %s. Write %s"),

  SCHEDULE_WITHOUT_LENGTH(
      ERROR,
      "this schedule has no length, and another one follows it. The next begins where this one"
          + " ends, which only its steps can tell. Write steps = n here"),

  SCHEDULE_BEYOND_RUN(
      ERROR,
      "this schedule begins at %s, when the run is over. %s, and what comes before takes %s."
          + " Shorten that, or remove this one"),

  RATE_UNUSUAL_FOR_TASK(
      WARNING,
      "the learning rate is %s. For %s a rate of %4$s is usual with %3$s, and this is %5$s it. Write"
          + " for example %6$s, or leave the task out where you know better"),

  LIPSCHITZ_NOT_POSITIVE(
      ERROR,
      "lipschitz is %s. It is the largest curvature of the loss, a finite number above 0 wherever"
          + " there is something to learn. Write it, or remove @Curvature"),

  CURVATURE_WITHOUT_EFFECT(
      WARNING,
      "@Curvature has no effect on %s. It bounds the rates of gradient descent, and %1$s scales its"
          + " steps by the gradients it has seen. Remove it, or train with SGD"),

  STABILITY_BOUND_EXCEEDED(
      ERROR,
      "the learning rate is %s, at which training diverges. With lipschitz = %s every step of %s"
          + " overshoots by more than it gains from a rate of %s on. Write a rate below it;"
          + " 1/L = %s is the best there is for a quadratic of that curvature"),

  RATE_ABOVE_INVERSE_CURVATURE(
      WARNING,
      "the learning rate is %s, more than one over the curvature. %s a step of more than %s goes past"
          + " the minimum and comes back, and from %s on it diverges. Write learningRate = %3$s,"
          + " which is optimal for a quadratic"),

  DIVERGES_ON_QUADRATIC(
      WARNING,
      "the learning rate is %s, at which this loss does not fall. The loss is a quadratic in the"
          + " parameters with a curvature of %s, and %s overshoots by as much as it gains, or more,"
          + " from a rate of %s on. Write a rate below it%s"),

  WARMUP_LONG(
      WARNING,
      "the warm-up takes %s %% of the run, %s of %s steps. So long below the learning rate, and only"
          + " %s at it or on the way down, is time that a shorter rise would leave for learning. Write"
          + " for example @Warmup(steps = %s), a twentieth of the run"),

  RATE_JUMPS(
      WARNING,
      "the learning rate jumps from %s to %s at step %s. This schedule begins, as each does, at the"
          + " annotated rate of %s, and parameters that have settled at the lower one are driven"
          + " apart. Write one schedule over both, or COSINE_RESTARTS if it is meant"),

  SCHEDULE_CUT_SHORT(
      WARNING,
      "the run ends before this schedule does. It has %s and the schedule would end at step %s, so the"
          + " last rate is %s, %s %% of the highest, in place of %s. Leave `steps` out, and the"
          + " schedule fills what is left of the run"),

  SCHEDULE_ENDS_EARLY(
      WARNING,
      "this schedule ends before the run does. From step %s of %s on, %s %% of the run, the rate"
          + " stays at %s%s. Leave `steps` out, and the schedule fills what is left of the run"),

  DECAY_WITHOUT_EFFECT(
      WARNING,
      "this schedule leaves the rate at %s %% of what it begins with. %s, and it has %s. Write %s"),

  TRUST_WITHOUT_DECAY(
      WARNING,
      "%s has no weight decay, and without it is %s. The step of a parameter is scaled by its norm"
          + " only where weights decay, as they would else grow with it. Write for example"
          + " weightDecay = 1e-4, or choose %2$s"),

  CLIPPING_BOUND_NOT_POSITIVE(
      ERROR,
      "the bound is %2$s. Clipping brings the gradient to this %1$s at the most, which lets nothing be"
          + " learnt at 0 and bounds nothing at infinity. Write a positive number, %1$s = 1"),

  CLIPPING_WITHOUT_BOUND(
      ERROR,
      "the gradient is to be clipped and there is no bound. It is clipped by the norm of the whole,"
          + " or by the value of each element. Write for example @GradientClipping(norm = 1)"),

  CLIPPING_BY_NORM_AND_VALUE(
      ERROR,
      "the gradient is to be clipped by its norm and by value. One keeps its direction, which the"
          + " other changes, and what the two make of it depends on their order. Remove one of the"
          + " two"),

  AVERAGING_DECAY_OUT_OF_RANGE(
      ERROR,
      "the decay is %s. It is the share of the average that stays at each update; at 0 there would be"
          + " no average, at 1 nothing would come into it. Write decay = 0.999, the default"),

  AVERAGING_START_NEGATIVE(
      ERROR,
      "start is %s. It is the number of updates before the first that the average counts, at least 0."
          + " Write 0, or remove it"),

  AVERAGING_BEYOND_RUN(
      ERROR,
      "the average begins after %s, when the run is over. %s. Write start = %s, or remove it"),

  AVERAGING_OF_SPARSE(
      ERROR,
      "`%s` is @Sparse, and the weights are averaged. An average changes at each update in all rows,"
          + " also in those that no example touches. Remove @Sparse or @WeightAveraging"),

  LINEAR_SCALING_OF_ADAM(
      WARNING,
      "the learning rate of %s is scaled in proportion to the batch. That is the rule for gradient"
          + " descent; an algorithm that divides the gradient by its own size follows the square"
          + " root. Write rule = ScalingRule.SQUARE_ROOT"),

  SCALING_WITHOUT_WARMUP(
      WARNING,
      "the learning rate is multiplied by %s, and there is no warm-up. An update takes %s examples in"
          + " place of %s, and from 8 times the rate on the first updates tend to diverge. Write %s"),

  UPDATE_OF_THE_REST(
      WARNING,
      "%s %s no whole number of updates of %s. What is over at the end of each epoch is an update of"
          + " its own, by a mean over %s. Write a batchSize and an accumulate whose product divides the"
          + " examples"),

  RECOVERY_FACTOR_OUT_OF_RANGE(
      ERROR,
      "factor is %s. A training that has diverged goes on at the rate times this factor, which is in"
          + " (0, 1), as it would else diverge again. Write factor = %s"),

  RETRIES_NOT_POSITIVE(
      ERROR,
      "maxRetries is %s. It is how often a fit is taken back before it ends with an exception, at"
          + " least 1; without retries there is nothing to declare. Write maxRetries = 3, the default,"
          + " or remove @OnDivergence"),

  EXPLOSION_NOT_ABOVE_ONE(
      ERROR,
      "explosion is %s. It is how many times the first loss updates may have before they count as"
          + " diverged, and up to 1 the loss has not grown. Write explosion = 4, the default, or"
          + " Double.POSITIVE_INFINITY to wait for what is not finite"),

  INIT_RANGE_EMPTY(
      ERROR,
      "low is %s and high is %s. A UNIFORM init draws from [low, high), which is empty unless low"
          + " is below high. Write %s"),

  INIT_NOT_FINITE(
      ERROR,
      "%s is %s. A parameter that starts infinite or NaN makes every loss so. Write a finite number"),

  STANDARD_DEVIATION_NOT_POSITIVE(
      ERROR,
      "the standard deviation is %s. A NORMAL init spreads its values around the mean by it, so"
          + " it is finite and above 0. Write standardDeviation = 0.01, the default%s"),

  // What is not the model's fault.

  OPTION_VALUE_UNKNOWN(
      ERROR, "the option `-A%s` is set to `%s`. %s. Write -A%1$s%s, or leave it out"),

  PREVIEW_NOT_WRITTEN(
      WARNING,
      "the preview of `%s` is not written into the folder `%s` (%s). -Abrisk.preview asks for a"
          + " picture of its learning rate, and the trainer compiles without it. Name a folder that"
          + " can be written, or leave the option out"),

  NO_METHOD_BODIES(
      WARNING,
      "this compiler does not show method bodies to Brisk. Brisk compiles the bodies of @Loss,"
          + " @Metric and @Predict methods, and only javac shows them, so the trainer of `%s`"
          + " compiles here but throws where it should compute. Build with javac, as Maven and Gradle do, or write a"
          + " @Gradient"),

  INTERNAL_ERROR(
      ERROR,
      "Brisk failed on the model `%s` with %s. This is a mistake in Brisk, not in the model. Report"
          + " it to Brisk's issue tracker with this message and the model"),

  // What is written in its methods.

  UNRESOLVED_NAME(
      ERROR,
      "`%s` is not found. Brisk resolves locals, fields and methods of the model's own file, what"
          + " it imports, and constants; not what another processor generates. Check the spelling"
          + " and the imports, or write the member into the model"),

  FIELD_NOT_USABLE(
      ERROR,
      "the field `%s` is neither a @Parameter nor a constant. A loss of one example depends on"
          + " parameters, arguments and constants alone. Annotate it with @Parameter, make it"
          + " `final`, or pass it as an argument"),

  CONSTANT_NOT_ACCESSIBLE(
      ERROR,
      "the constant `%s` cannot be read by the trainer. Its value is computed at run time, so the"
          + " trainer, a class of its own beside the model, reads the field. %s"),

  METHOD_OUTSIDE_MODEL(
      ERROR,
      "the method `%s` is not the model's own. Brisk reads the bodies of methods in the model's own"
          + " file alone, since an incremental build shows it no others. Move the method into the"
          + " model, or give it a derivative written by hand, with @Derivative"),

  PRIMITIVE_NOT_USABLE(
      ERROR,
      "the primitive `%s` is %s. The trainer, a class of its own in the package of the model, calls"
          + " it and its derivative for each example. %s"),

  DERIVATIVE_METHOD_MISSING(
      ERROR,
      "the primitive `%s` has no derivative `%s` by `%s`. @Derivative names a static method of the"
          + " same class and of fixed types, which the trainer must see too. Write `%s`"),

  FUNCTION_NOT_SUPPORTED(
      ERROR,
      "`%s` has no derivative in Brisk. Supported of Math are abs, acos, asin, atan, cbrt, ceil, cos,"
          + " cosh, exp, expm1, floor, fma, hypot, log, log10, log1p, max, min, pow, rint, round,"
          + " signum, sin, sinh, sqrt, tan, tanh, and floorDiv and floorMod of whole numbers. Write"
          + " it with these"),

  RECURSIVE_METHOD(
      ERROR,
      "the method `%s` calls itself. Brisk puts the bodies of methods in place of their calls,"
          + " which would not end here. Write a for loop"),

  METHOD_WITH_SIDE_EFFECT(
      ERROR,
      "the method `%s` returns a value and also writes the array `%s` that it was given. In the"
          + " middle of an expression the order of the two would matter. Make it void and call it"
          + " as a statement of its own, or let it return an array of its own"),

  PARAMETER_WRITTEN(
      ERROR,
      "`%s` is assigned in the method. The parameters of a model change in training alone. Compute"
          + " into a local variable or array"),

  ARGUMENT_WRITTEN(
      ERROR,
      "the array `%s` is an argument and is written. It belongs to the examples, which are read"
          + " many times. Copy it into a local array first"),

  CONSTANT_WRITTEN(
      ERROR,
      "the array `%s` is a constant and is written. The model and all examples share it, and"
          + " training would change what later examples read. Copy it into a local array first"),
  ARRAY_REASSIGNED(
      ERROR,
      "`%s` comes to mean another array. Brisk follows elements of arrays, not which array a name"
          + " means. Use a second name, or fill one array in both branches"),

  LOOP_INDEX_WRITTEN(
      ERROR,
      "the loop index `%s` is assigned in the loop. The loop is also run backwards, so only its"
          + " head may count. Use a variable of its own"),

  LOOP_BOUND_CHANGES(
      ERROR,
      "the bound of the loop changes while it runs. The loop is also run backwards, so the number"
          + " of rounds must be known before the first. Copy the bound into an int before the"
          + " loop"),

  RETURN_IN_LOOP(
      ERROR,
      "an array is returned from inside this loop. Brisk follows elements of arrays, not which array"
          + " a round comes to mean. Fill one array in the loop, and return it after the loop"),

  UNSUPPORTED_LOCAL_TYPE(
      ERROR,
      "`%s` is a local of type %s. Brisk computes with double, float, long, int and boolean, and"
          + " with arrays of one or two dimensions of them. Write it with these"),

  METHOD_TOO_LARGE(
      ERROR,
      "the method `%s` is too large to be compiled. With its derivative, and with its helper methods"
          + " in place of their calls, it comes to about %s bytes of instructions, and a Java method"
          + " holds %s. Call helpers in a loop, or give one a derivative by hand, @Derivative"),

  METHOD_INTERPRETED(
      WARNING,
      "the method `%s` is too large to be compiled at run time. With its derivative, and with its"
          + " helper methods in place of their calls, it comes to about %s bytes of instructions,"
          + " and above %s HotSpot leaves a method to its interpreter, many times slower. Call"
          + " helpers in a loop, or give one a derivative by hand, @Derivative"),

  ARGUMENT_NOT_DIFFERENTIABLE(
      ERROR,
      "argument %s of `%s` depends on the parameters. The primitive has no derivative by it. Pass a"
          + " constant or an argument of the loss"),

  NO_SECOND_DERIVATIVE(
      ERROR,
      "Brisk knows no second derivative of `%s`. @Trainable(hessian = true) asks for exact products"
          + " with the Hessian, which take one of everything that the loss is computed by. Leave"
          + " `hessian` out: SharpnessMeter then takes differences of gradients"),

  PREDICTOR_NOT_POSSIBLE(
      ERROR,
      "the predictor cannot compute `%s`, which needs %s. @Trainable(predictor = true) asks for a"
          + " class that has no Brisk beside it, and nothing of the model but its parameters. Write a"
          + " loop in its place, or leave `predictor` out"),

  PREDICTOR_WITHOUT_METHODS(
      ERROR,
      "the predictor of `%s` would have no methods. It has the @Predict methods whose bodies are"
          + " read, and %s. %s, or leave `predictor` out"),

  PARAMETER_UNUSED(
      WARNING,
      "the parameter `%s` has no influence on the loss. The method `%s` %s, so the derivative by it"
          + " is 0 and it is not learnt. %s, or remove it"),

  INTEGER_DIVISION(
      WARNING,
      "%s. The quotient of two numbers of type %s has no fraction, and becomes a %s after that."
          + " Write %s"),

  LOG_OF_SIGMOID(
      WARNING,
      "this is the logarithm of %s, which is rounded to 0. For x = %s it is 0 as a %s, the"
          + " logarithm -Infinity and the derivative not finite, where they are %s and %s. Write"
          + " `Ops.logSigmoid(%s)`, which is computed from x"),

  LOG_OF_SOFTMAX(
      WARNING,
      "this is the logarithm of an element of a softmax, which is rounded to 0. Where its logit is"
          + " %s below the largest it is 0 as a %s, the logarithm -Infinity and the derivative not"
          + " finite. Write `-Losses.softmaxCrossEntropy(logits, i)`, which is the same from the logits"),

  LOG_OF_ONE_PLUS_EXP(
      WARNING,
      "this is log(1 + exp(x)), whose exponential overflows. For x = %1$s the exponential is infinite as a"
          + " %2$s, and so is the result, which should be %1$s. Write `Ops.softplus(x)`, which is"
          + " the same without the overflow"),

  PROBABILITY_AS_LOGIT(
      WARNING,
      "`%1$s` is given %2$s. It takes %3$s before the %4$s and applies the %4$s itself, and a second"
          + " one turns all probabilities into values %5$s. Pass what the %4$s is computed from"),

  UNSUPPORTED_STATEMENT(
      ERROR,
      "%s is not supported in a @Loss, @Metric or @Predict method. Brisk differentiates counted"
          + " loops, conditionals, switches, declarations and assignments. %s"),

  UNSUPPORTED_EXPRESSION(
      ERROR,
      "%s is not supported in a @Loss, @Metric or @Predict method. Brisk differentiates"
          + " arithmetic, comparisons, ?:, array elements, Math functions, the primitives of dev.brisk.ops and"
          + " the model's own methods. %s");

  private final Severity severity;
  private final String form;

  Problem(Severity severity, String form) {
    this.severity = severity;
    this.form = form;
  }

  /** The stable id, such as {@code unsupported-statement}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it means for the compilation. */
  public Severity severity() {
    return severity;
  }

  /** The text for the user, with the figures put into the form. */
  String message(Object... figures) {
    return "brisk[" + id() + "]: " + String.format(Locale.ROOT, form, figures) + ".";
  }
}
