return DigestBot.Evaluation.EvaluationProgram.Run(args);
