import CasusCommandLine

runCommandLine()
